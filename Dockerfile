# One image for api, bot and worker; ROLE says which. The version of Node is the one package.json pins (test/compose holds them together).
FROM node:26.10.0-slim AS pages

# The scripts of the larger pages are built here, so that what builds them stays out of the image that runs.
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY api/package.json api/
COPY bot/package.json bot/
COPY seeds/package.json seeds/
COPY test/package.json test/
COPY dashboards/grafana/package.json dashboards/grafana/
COPY dashboards/web/package.json dashboards/web/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY api/core api/core
COPY api/contract api/contract
COPY dashboards/web dashboards/web
RUN npm run build --workspace dashboards/web

FROM node:26.10.0-slim

WORKDIR /app
ENV NODE_ENV=production

# The lock file knows every workspace, so each one's package.json has to be there.
COPY package.json package-lock.json .npmrc ./
COPY api/package.json api/
COPY bot/package.json bot/
COPY seeds/package.json seeds/
COPY test/package.json test/
COPY dashboards/grafana/package.json dashboards/grafana/
COPY dashboards/web/package.json dashboards/web/
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

COPY api api
COPY bot bot
COPY seeds seeds
COPY dashboards/web/built.ts dashboards/web/
COPY dashboards/web/styles dashboards/web/styles
COPY --from=pages /app/dashboards/web/dist dashboards/web/dist

RUN mkdir -p /data/audit-roots && chown -R node:node /data
ENV DATA_DIR=/data
USER node
EXPOSE 3000
CMD ["node", "--disable-warning=ExperimentalWarning", "api/main.ts"]
