import { createRequire } from 'node:module'
import type jsQr from 'jsqr'
import type { Pixels } from './read-png.ts'

/** Its types say that it is an ES module, which it is not. */
const decode: typeof jsQr.default = createRequire(import.meta.url)('jsqr')

/** What a phone reads that looks at a picture; undefined where it sees no code. */
export const scan = ({ rgba, width, height }: Pixels): string | undefined => decode(rgba, width, height)?.data
