import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { startScript } from '@linggong/api/start-script.ts'

/**
 * Each `NAME.jsonl` is a conversation as `npm run chat` reads it, `NAME.expected.jsonl` what it must answer, line by line. A first line
 * `{"county": "FILE"}` names a starting state in `counties`.
 */
const FOLDER = import.meta.dirname
const ENDING = '.jsonl'

const read = (name: string): readonly string[] =>
  readFileSync(path.join(FOLDER, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

const conversations = readdirSync(FOLDER)
  .filter((name) => name.endsWith(ENDING) && !name.endsWith(`.expected${ENDING}`))
  .map((name) => name.slice(0, -ENDING.length))

async function told(name: string): Promise<readonly unknown[]> {
  const [first = '{}', ...rest] = read(`${name}${ENDING}`)
  const { county } = JSON.parse(first)
  const countyFile = county === undefined ? {} : { countyFile: JSON.parse(readFileSync(path.join(FOLDER, 'counties', county), 'utf8')) }
  const script = await startScript(countyFile)
  const answers: unknown[] = []
  for await (const answered of script.tell(county === undefined ? [first, ...rest] : rest)) answers.push(answered)
  await script.stop()
  return answers
}

describe('conversations', () => {
  it.each(conversations)('%s', async (name) => {
    const expected = `${name}.expected${ENDING}`
    expect(existsSync(path.join(FOLDER, expected))).toBe(true)
    expect(await told(name)).toEqual(read(expected).map((line) => JSON.parse(line)))
  })
})
