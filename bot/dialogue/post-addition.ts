import { inCounty } from '@linggong/api/core/clock.ts'
import { SOME_POST } from '../copy/words.ts'
import type { FindingKind, JobDraft } from '../understand/understanding.ts'
import type { PostForm } from './session.ts'
import type { Turn } from './turn.ts'

/** What words say that are a part of a post: 包午饭, 干七天, 只要男的. */
export interface Addition {
  readonly findings: readonly FindingKind[]
  readonly certs: readonly string[]
  readonly perks: readonly string[]
  readonly insurance: boolean | null
  /** More than one where so many were said. */
  readonly days: number
  /** T17:00:00+08:00 where it was said when a day ends. */
  readonly untilClock: string
}

/** The words are read at the end of a post that is right, so that whatever is found more is theirs. */
export function readAddition({ reader, now }: Pick<Turn, 'reader' | 'now'>, words: string): Addition {
  const line = { text: `${SOME_POST} ${words}`, channel: 'private', role: 'employer', now: inCounty(now), context: [] } as const
  const { jobs, findings } = reader.understand(line)
  const read = jobs.length === 1 ? jobs[0] : undefined
  return {
    findings: findings.map(({ kind }) => kind),
    certs: read?.certs ?? [],
    perks: read?.perks ?? [],
    insurance: read?.insurance ?? null,
    days: read ? daysIn(read) : 1,
    untilClock: read?.end?.slice(DATE_CHARACTERS) ?? '',
  }
}

const DATE_CHARACTERS = '2026-11-24'.length
const dateOf = (moment: string): Temporal.PlainDate => Temporal.PlainDate.from(moment.slice(0, DATE_CHARACTERS))

function daysIn({ start, end }: JobDraft): number {
  return start === null || end === null ? 1 : Math.max(dateOf(start).until(dateOf(end)).days + 1, 1)
}

const union = (some: readonly string[], more: readonly string[]): readonly string[] => [...new Set([...some, ...more])]

/** With the promises and conditions of some more words. */
export const withPromises = (form: PostForm, { certs, perks, insurance }: Addition): PostForm => ({
  ...form,
  draft: {
    ...form.draft,
    certs: union(form.draft.certs, certs),
    perks: union(form.draft.perks, perks),
    insurance: insurance ?? form.draft.insurance,
  },
})

/** Without the perks that some words name. */
export const withoutPerks = (form: PostForm, { perks }: Addition): PostForm => ({
  ...form,
  draft: { ...form.draft, perks: form.draft.perks.filter((perk) => !perks.includes(perk)) },
})

/** With the length of the work besides: 干七天 counts the first day, 干到下午6点 ends each. */
export function withLength(form: PostForm, { days, untilClock }: Addition): PostForm {
  const { start, end } = form.draft
  if (start === null || (days === 1 && untilClock === '')) return form
  const last = days > 1 || end === null ? dateOf(start).add({ days: days - 1 }) : dateOf(end)
  return { ...form, draft: { ...form.draft, end: `${last}${untilClock === '' ? (end?.slice(DATE_CHARACTERS) ?? '') : untilClock}` } }
}
