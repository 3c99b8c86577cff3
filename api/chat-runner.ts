import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { SCRIPT_ACCOUNT, startChat } from './start-chat.ts'
import { loadCountyFile } from './start-county-file.ts'

const DEFAULT_START = '2026-11-23T07:30:00+08:00'
const DEFAULT_ROOM = 'group'
const SECONDS_BETWEEN_LINES = 1

const lineShape = z.strictObject({
  from: z.string().min(1).max(200),
  name: z.string().max(200).optional(),
  room: z.string().min(1).max(200).optional(),
  text: z.string(),
  at: z.iso.datetime({ offset: true }).optional(),
  id: z.string().min(1).max(200).optional(),
  quote: z.string().optional(),
})
type ScriptLine = z.output<typeof lineShape>

/** What is wrong with a script is said with its line number and ends the run: a conversation with a hole proves nothing. */
function parseLine(text: string, number: number): ScriptLine {
  try {
    return lineShape.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(`line ${number}: ${error instanceof z.ZodError ? z.prettifyError(error) : 'not JSON'}`)
  }
}

/** Whole lines as they come in, so that a program may also talk with the runner line by line. */
async function* linesInBatches(input: NodeJS.ReadableStream): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const chunk of input) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  yield [rest]
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { county: { type: 'string' } }, allowPositionals: false })
  const rooms = new Set<string>()
  const chat = await startChat({
    startsAt: Temporal.Instant.from(DEFAULT_START),
    rooms: () => (rooms.size > 0 ? [...rooms] : [DEFAULT_ROOM]),
  })
  if (values.county !== undefined) {
    const loaded = await loadCountyFile({ county: chat.county, account: SCRIPT_ACCOUNT }, JSON.parse(await readFile(values.county, 'utf8')))
    for (const room of loaded.rooms) rooms.add(room)
    await chat.county.settle()
  }
  process.stdin.setEncoding('utf8')
  let number = 0
  for await (const batch of linesInBatches(process.stdin)) {
    const lines = batch.map((text, index) => ({ text, at: number + index + 1 })).filter(({ text }) => text.trim() !== '')
    number += batch.length
    const parsed = lines.map(({ text, at }) => ({ at, line: parseLine(text, at) }))
    for (const { line } of parsed) if (line.room !== undefined) rooms.add(line.room)
    for (const { line } of parsed) await answer(chat, line)
  }
  await chat.stop()
}

let answered = 0

/** Lines without a time follow each other by a second. */
async function answer(chat: Awaited<ReturnType<typeof startChat>>, { at, id, name, ...line }: ScriptLine): Promise<void> {
  answered += 1
  await chat.moveTo(at === undefined ? nextMoment(chat.now()) : Temporal.Instant.from(at))
  const { quote, room, ...said } = line
  const replies = await chat.say({
    ...said,
    ...(quote === undefined ? {} : { quote }),
    ...(room === undefined ? {} : { room }),
    id: id ?? `line-${answered}`,
    name: name ?? line.from,
    at: at === undefined ? chat.now() : Temporal.Instant.from(at),
  })
  process.stdout.write(`${JSON.stringify({ in: answered, replies })}\n`)
}

const nextMoment = (now: Temporal.Instant): Temporal.Instant => (answered === 1 ? now : now.add({ seconds: SECONDS_BETWEEN_LINES }))

await main()
