import { readFileSync } from 'node:fs'
import { countyIntent } from '@linggong/bot/understand/intent.ts'
import type { Line } from '@linggong/bot/understand/line.ts'
import type { JobDraft, Understanding } from '@linggong/bot/understand/understanding.ts'
import { JOB_FIELDS } from '@linggong/bot/understand/understanding.ts'

type Field = (typeof JOB_FIELDS)[number]
type Expected = Readonly<Record<string, unknown>> & { readonly accept?: Readonly<Record<string, readonly unknown[]>> }
interface Command {
  readonly intent: string
  readonly slots: Readonly<Record<string, unknown>>
}

/** A labelled line of ours: a command, a line that is no post, or one or several posts. */
export interface Label {
  readonly id: string
  readonly text: string
  readonly now?: string
  readonly channel?: Line['channel']
  readonly role?: Line['role']
  readonly context?: readonly string[]
  readonly expectIntent?: string
  readonly multi?: boolean
  readonly expects?: readonly Expected[]
  readonly expect?: Expected | Command
  readonly accept?: Readonly<Record<string, readonly unknown[]>> | readonly (Command | string)[]
}

export const labelsOf = (file: string): readonly Label[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row): Label => JSON.parse(row))

export const lineOf = (label: Label): Line => ({
  text: label.text,
  channel: label.channel ?? 'private',
  role: label.role ?? 'any',
  now: Temporal.Instant.from(label.now ?? '2024-05-06T09:30:00+08:00').toZonedDateTimeISO('Asia/Shanghai'),
  context: label.context ?? [],
})

const plain = (place: unknown): string => [...String(place)].filter((sign) => !'县镇乡村 ，。,.、；;：:（）()'.includes(sign)).join('')

const none = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** Places agree when one contains the other, lists as sets, all else to the letter. */
function agrees(field: Field, want: unknown, got: unknown): boolean {
  if (none(want) || none(got)) return none(want) && none(got)
  if (field === 'place') return plain(want).includes(plain(got)) || plain(got).includes(plain(want))
  if (field === 'start' || field === 'end') return String(want).includes('T') ? want === got : String(got).slice(0, 10) === want
  if (Array.isArray(want) && Array.isArray(got)) return JSON.stringify(want.toSorted()) === JSON.stringify(got.toSorted())
  return JSON.stringify(want) === JSON.stringify(got)
}

const fieldRight = (field: Field, want: Expected, got: JobDraft | undefined): boolean =>
  got !== undefined && [want[field], ...(want.accept?.[field] ?? [])].some((value) => agrees(field, value, got[field]))

interface Score {
  right: number
  all: number
}

export class Tally {
  readonly scores = new Map<string, Score>()

  add(name: string, right: boolean): void {
    const score = this.scores.get(name) ?? { right: 0, all: 0 }
    score.all += 1
    if (right) score.right += 1
    this.scores.set(name, score)
  }

  share(name: string): number {
    const score = this.scores.get(name)
    return score === undefined ? 0 : score.right / score.all
  }
}

const isCommand = (expect: Label['expect']): expect is Command => expect !== undefined && 'intent' in expect

function slotsRight(want: Command, got: Understanding): boolean {
  return Object.entries(want.slots).every(([slot, value]) => {
    const said = Object.entries(got.slots).find(([key]) => key === slot)?.[1]
    if (Array.isArray(value) && Array.isArray(said)) return JSON.stringify(value.toSorted()) === JSON.stringify(said.toSorted())
    return slot === 'reason' || String(said) === String(value)
  })
}

function scoreCommand(label: Label, want: Command, got: Understanding, tally: Tally): void {
  const options = [want, ...(Array.isArray(label.accept) ? label.accept : [])].filter(
    (option): option is Command => typeof option === 'object',
  )
  const same = options.filter((option) => option.intent === countyIntent(got.intent))
  if (want.intent === 'none') tally.add('none left alone', same.length > 0)
  else
    tally.add(
      'intent and slots',
      same.some((option) => slotsRight(option, got)),
    )
}

function scorePosts(label: Label, wants: readonly Expected[], got: Understanding, tally: Tally): void {
  const left = [...got.jobs]
  for (const want of wants) {
    const rights = (job: JobDraft) => JOB_FIELDS.filter((field) => fieldRight(field, want, job)).length
    const best = left.toSorted((one, other) => rights(other) - rights(one))[0]
    if (best !== undefined) left.splice(left.indexOf(best), 1)
    const wrong = JOB_FIELDS.filter((field) => !fieldRight(field, want, best))
    for (const field of JOB_FIELDS) tally.add(`field ${field}`, !wrong.includes(field))
    tally.add('posts wholly right', wrong.every((field) => field === 'end') && label.text !== '')
  }
}

export function scoreLine(label: Label, got: Understanding, tally: Tally): void {
  if (label.expectIntent !== undefined) {
    const accepted = [label.expectIntent, ...(Array.isArray(label.accept) ? label.accept : [])]
    tally.add('non-posts', accepted.includes(countyIntent(got.intent)))
  } else if (isCommand(label.expect)) scoreCommand(label, label.expect, got, tally)
  else if (label.multi === true) scorePosts(label, label.expects ?? [], got, tally)
  else if (label.expect !== undefined) {
    const accept = Array.isArray(label.accept) || label.accept === undefined ? {} : { accept: label.accept }
    scorePosts(label, [{ ...label.expect, ...accept } as Expected], got, tally)
  }
}
