import { writeFile } from 'node:fs/promises'
import { BOARD_NAMES, boardOf } from './boards.ts'
import { dashboardFile, dashboardText } from './dashboard-file.ts'

for (const name of BOARD_NAMES) await writeFile(dashboardFile(name), dashboardText(boardOf(name)))
