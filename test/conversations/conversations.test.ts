import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { type Answered, startScript } from '@linggong/api/start-script.ts'

/**
 * Each `NAME.jsonl` is a conversation as `npm run chat` reads it, `NAME.expected.jsonl` what it must answer, line by line. A first line
 * `{"county": "FILE"}` names a starting state in `counties`. `UPDATE_CONVERSATIONS=1` writes down what is answered now; read it before you
 * believe it.
 */
const FOLDER = import.meta.dirname
const ENDING = '.jsonl'
const TABLES = ['scenarios']
const isUpdated = process.env['UPDATE_CONVERSATIONS'] === '1'

const read = (name: string): readonly string[] =>
  readFileSync(path.join(FOLDER, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

const conversations = readdirSync(FOLDER)
  .filter((name) => name.endsWith(ENDING) && !name.endsWith(`.expected${ENDING}`))
  .map((name) => name.slice(0, -ENDING.length))
  .filter((name) => !TABLES.includes(name))

async function told(name: string): Promise<readonly Answered[]> {
  const [first = '{}', ...rest] = read(`${name}${ENDING}`)
  const { county } = JSON.parse(first)
  const countyFile = county === undefined ? {} : { countyFile: JSON.parse(readFileSync(path.join(FOLDER, 'counties', county), 'utf8')) }
  const script = await startScript(countyFile)
  const answers: Answered[] = []
  for await (const answered of script.tell(county === undefined ? [first, ...rest] : rest)) answers.push(answered)
  await script.stop()
  return answers
}

/** What one hears comes in order; who of several hears first is not promised. */
const byReceiver = ({ in: line, replies }: Answered) => ({
  in: line,
  replies: replies.toSorted((one, other) => one.to.localeCompare(other.to)),
})

describe('conversations', () => {
  it.each(conversations)('%s', async (name) => {
    const expected = `${name}.expected${ENDING}`
    const answers = await told(name)
    if (isUpdated) writeFileSync(path.join(FOLDER, expected), `${answers.map((answered) => JSON.stringify(answered)).join('\n')}\n`)
    expect(existsSync(path.join(FOLDER, expected))).toBe(true)
    expect(answers.map(byReceiver)).toEqual(read(expected).map((line) => byReceiver(JSON.parse(line))))
  })
})
