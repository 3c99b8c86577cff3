import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'

/**
 * The 126 scenarios of the chat, one a line: the conversation that shows it and what is said there, or why it waits. `missing` names what
 * the scenario asks besides and the bot cannot do yet. What needs more than lines, such as a provider of payments, is told by a `test`.
 */
const SCENARIOS = 126

const row = z.union([
  z.strictObject({
    id: z.int(),
    file: z.string(),
    says: z.array(z.string()).min(1),
    missing: z.string().min(1).optional(),
  }),
  z.strictObject({ id: z.int(), test: z.string(), says: z.array(z.string()).min(1) }),
  z.strictObject({ id: z.int(), pending: z.string().min(1) }),
])

const linesOf = (name: string): readonly string[] =>
  readFileSync(path.join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

const rows = linesOf('scenarios.jsonl').map((line) => row.parse(JSON.parse(line)))
const tested = rows.flatMap((one) => ('test' in one ? [one] : []))
const shown = rows.flatMap((one) => ('file' in one ? [one] : []))

describe('the scenarios', () => {
  it('are all there, each once', () => {
    expect(rows.map(({ id }) => id).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: SCENARIOS }, (_, index) => index + 1),
    )
  })

  it.each(shown.map((one) => [one.id, one] as const))('%i is said in a conversation', (_id, { file, says }) => {
    expect(existsSync(path.join(import.meta.dirname, `${file}.expected.jsonl`))).toBe(true)
    const texts = linesOf(`${file}.jsonl`).map((line) => JSON.parse(line).text)
    expect(says.filter((text) => !texts.includes(text))).toEqual([])
  })
  it.each(tested.map((one) => [one.id, one] as const))('%i is said in a test of its own', (_id, { test, says }) => {
    const text = readFileSync(path.join(import.meta.dirname, test), 'utf8')
    expect(says.filter((line) => !text.includes(`'${line}'`))).toEqual([])
  })
})
