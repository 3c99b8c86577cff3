import type { SentPicture } from '@linggong/bot/channel/port.ts'
import type { Said } from '@linggong/bot/channel/script/script-channel.ts'
import { z } from 'zod'
import { LIMIT } from './core/limit.ts'
import { type Chat, SCRIPT_ACCOUNT, startChat } from './start-chat.ts'
import { loadCountyFile } from './start-county-file.ts'

const DEFAULT_START = '2026-11-23T07:30:00+08:00'
const DEFAULT_ROOM = 'group'
const SECONDS_BETWEEN_LINES = 1

const lineShape = z.strictObject({
  from: z.string().min(1).max(200),
  name: z.string().max(200).optional(),
  room: z.string().min(1).max(200).optional(),
  text: z.string().default(''),
  /** A picture in base64 in place of words. */
  picture: z.base64().optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  id: z.string().min(1).max(200).optional(),
  quote: z.string().optional(),
})

type ScriptLine = z.output<typeof lineShape>

export interface Answered {
  readonly in: number
  readonly replies: readonly Said[]
}

/** Tells a script of chat lines to a fresh county; `countyFile` is a starting state already parsed from JSON. */
export async function startScript({ countyFile }: { countyFile?: unknown } = {}) {
  const rooms = new Set<string>()
  const chat = await startChat({
    startsAt: Temporal.Instant.from(DEFAULT_START),
    rooms: () => (rooms.size > 0 ? [...rooms] : [DEFAULT_ROOM]),
  })
  if (countyFile !== undefined) {
    const loaded = await loadCountyFile({ county: chat.county, vault: chat.vault, clock: chat.clock, account: SCRIPT_ACCOUNT }, countyFile)
    for (const room of loaded.rooms) rooms.add(room)
    await chat.moveTo(chat.clock.now())
    chat.takeSaid()
  }
  let read = 0
  let answered = 0

  return {
    /** The answers to some more lines of JSON; a group that only a later line of them names hears of jobs from the first on. */
    async *tell(batch: readonly string[]): AsyncGenerator<Answered> {
      const lines = batch.flatMap((text, index) => (text.trim() === '' ? [] : [parseLine(text, read + index + 1)]))
      read += batch.length
      for (const { room } of lines) if (room !== undefined) rooms.add(room)
      for (const line of lines) {
        answered += 1
        yield { in: answered, replies: await answer(chat, line, answered) }
      }
    },
    stop: chat.stop,
  }
}

/** What is wrong with a script is said with its line number and ends the run: a conversation with a hole proves nothing. */
function parseLine(text: string, number: number): ScriptLine {
  try {
    return lineShape.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(`line ${number}: ${error instanceof z.ZodError ? z.prettifyError(error) : 'not JSON'}`)
  }
}

/** As a channel hands it on: no more bytes than may be. */
const sent = (picture: string): SentPicture =>
  Buffer.byteLength(picture, 'base64') > LIMIT.pictureBytes ? { missing: 'too-large' } : { base64: picture }

/** Lines without a time follow each other by a second. */
async function answer(chat: Chat, { at, id, name, quote, room, picture, ...line }: ScriptLine, count: number): Promise<readonly Said[]> {
  const now = chat.clock.now()
  const moment = at === undefined ? now.add({ seconds: count === 1 ? 0 : SECONDS_BETWEEN_LINES }) : Temporal.Instant.from(at)
  await chat.moveTo(moment)
  await chat.hear({
    ...line,
    ...(quote === undefined ? {} : { quote }),
    ...(room === undefined ? {} : { room }),
    ...(picture === undefined ? {} : { picture: sent(picture) }),
    id: id ?? `line-${count}`,
    name: name ?? line.from,
    at: moment,
  })
  return chat.takeSaid()
}
