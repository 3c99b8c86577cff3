// Builds the Grafana plug-in with the packages of its own lock file. Grafana 13 wants React 18 and a gigabyte of packages to check types and
// tests against, so the plug-in is no workspace: nobody who does not ask for it has to fetch them.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInstalled } from './is-installed.mjs'
import { npm } from './npm.mjs'

const plugin = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dashboards', 'grafana', 'plugin')

if (!isInstalled(plugin)) {
  console.error('Installing the packages of the Grafana plug-in (npm ci); this takes a minute, once ...')
  process.exitCode = npm(plugin, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
}
if (!process.exitCode) process.exitCode = npm(plugin, ['run', '--silent', 'build'])
