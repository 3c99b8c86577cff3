import { labelsOf } from './score.ts'
import { postRows, type SignRow, TAUGHT, workRows } from './teach-words.ts'

const MADE = '// Made by `npm run understand:learn` out of the labelled lines in test/understand; not to be changed by hand.\n'

const text = (value: unknown): string => JSON.stringify(value)

function workFile(): string {
  const works = workRows(TAUGHT.flatMap(labelsOf)).map(
    ({ trade, lines, counts }) => `{ trade: ${text(trade)}, lines: ${lines}, counts: [${counts.map(text).join(',\n')}] },`,
  )
  const type = '{ readonly trade: string; readonly lines: number; readonly counts: readonly (readonly [count: number, grams: string])[] }'
  return `${MADE}export const WORK_COUNTS: readonly ${type}[] = [\n${works.join('\n')}\n]\n`
}

const signFile = (name: string, rows: readonly SignRow[]): string =>
  `${MADE}export const ${name}: readonly (readonly [worth: number, grams: string])[] = [\n${rows.map(text).join(',\n')}]\n`

/** The files of `bot/understand/learned` that words alone make. */
export const wordFiles = (): Readonly<Record<string, string>> => ({
  'work-counts.ts': workFile(),
  'post-signs.ts': signFile('POST_SIGNS', postRows(TAUGHT.flatMap(labelsOf))),
})

/** The one that the reading of whole posts makes, which rests on the others. */
export async function placeFiles(): Promise<Readonly<Record<string, string>>> {
  const { placeRows } = await import('./teach-places.ts')
  return { 'place-signs.ts': signFile('PLACE_SIGNS', placeRows(TAUGHT.flatMap(labelsOf))) }
}
