// Builds `dist` as Grafana loads it: one AMD module, everything of Grafana's own and React left out. The same sources give the same bytes.
import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import CopyWebpackPlugin from 'copy-webpack-plugin'
import webpack, { type Configuration, type Stats } from 'webpack'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Grafana brings these; a second React in the page breaks every hook. */
const OF_GRAFANA = [/^@grafana\/(data|runtime|schema|ui)$/, /^react(-dom)?$/, /^rxjs(\/operators)?$/]

const configuration = (target: string): Configuration => ({
  mode: 'production',
  target: ['web', 'es2022'],
  context: here('src'),
  entry: './module.ts',
  devtool: 'source-map',
  externalsType: 'amd',
  externals: OF_GRAFANA,
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'swc-loader',
        options: {
          jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'classic' } } },
        },
      },
    ],
  },
  output: { path: target, filename: 'module.js', library: { type: 'amd' }, publicPath: '', clean: true },
  performance: { hints: false },
  plugins: [new CopyWebpackPlugin({ patterns: ['plugin.json', 'img/*.svg'] })],
})

const run = (target: string): Promise<Stats> =>
  new Promise((resolve, reject) => {
    webpack(configuration(target), (error, stats) => (error || !stats ? reject(error) : resolve(stats)))
  })

/** An older build must not lie among the files of a newer one. */
const target = process.argv[2] ?? here('dist')
await rm(target, { recursive: true, force: true })
const stats = await run(target)
if (stats.hasErrors()) throw new Error(stats.toString('errors-only'))

const module = await readFile(`${target}/module.js`)
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
console.log(`module.js: ${kilobytes(module.length)}, ${kilobytes(gzipSync(module).length)} gzip`)
