import { fileURLToPath } from 'node:url'
import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard'

/** Where Grafana finds a dashboard; the files are committed, so a county needs no build to run them. */
export const dashboardFile = (name: string): string => fileURLToPath(new URL(`./dashboards/${name}.json`, import.meta.url))

export const dashboardText = (dashboard: Dashboard): string => `${JSON.stringify(dashboard, null, 2)}\n`
