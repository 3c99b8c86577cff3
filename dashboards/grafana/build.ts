import { writeFile } from 'node:fs/promises'
import { dashboardFile, dashboardText } from './dashboard-file.ts'
import { overview } from './overview.ts'

await writeFile(dashboardFile('overview'), dashboardText(overview()))
