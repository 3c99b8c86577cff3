import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where a picture of a page is put: with the temporary files, or where somebody wants to look at them. */
export const pictureOf = (name: string): string => path.join(process.env['SCREENSHOTS'] ?? tmpdir(), `linggong-${name}.png`)
