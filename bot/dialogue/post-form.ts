import { LIMIT } from '@linggong/api/core/limit.ts'
import { clip } from '../copy/format.ts'
import { type FindingKind, type JobDraft, NO_DRAFT, type Understanding } from '../understand/understanding.ts'
import type { PostField, PostForm, SaidJob } from './session.ts'

/** What the law forbids to publish at all; the rest is left out of the card with a word about it. */
const FORBIDDEN = ['deposit', 'fee', 'fraud', 'under-age'] as const satisfies readonly FindingKind[]
const NOTED = ['sex-limit', 'age-limit'] as const satisfies readonly FindingKind[]
/** Why something that was said is asked again. */
const UNUSABLE = {
  'pay-negotiable': 'pay',
  'ambiguous-pay': 'pay',
  'ambiguous-headcount': 'headcount',
  'past-time': 'start',
} as const satisfies Partial<Record<FindingKind, PostField>>
export type Unusable = keyof typeof UNUSABLE

const isUnusable = (kind: FindingKind): kind is Unusable => kind in UNUSABLE

type Found = Pick<PostForm, 'findings'>

export const forbidden = (form: Found) => FORBIDDEN.find((kind) => form.findings.includes(kind))
export const noted = (form: Found) => NOTED.filter((kind) => form.findings.includes(kind))
export const unusable = (form: Found, field: PostField): Unusable | null =>
  form.findings.filter(isUnusable).find((kind) => UNUSABLE[kind] === field) ?? null

const formOf = ({ draft, content }: SaidJob): PostForm => ({
  kind: 'post',
  draft,
  content,
  hoursPerDay: null,
  findings: [],
  asking: null,
  misses: 0,
  rest: [],
})

/** Nothing is known yet; a sentence is hoped for. */
export const EMPTY_FORM: PostForm = { ...formOf({ draft: NO_DRAFT, content: '' }), asking: 'trade' }

export const isEmpty = ({ draft }: PostForm): boolean => knownFields(draft) === 0

/** A form for the first job of a line; the others wait in it. undefined when the line holds none. */
export function newPostForm({ jobs, findings, explain }: Understanding): PostForm | undefined {
  const wordsFor = (index: number): string | undefined =>
    explain.find(({ slot }) => slot === `jobs[${index}].trade` || (slot === 'trade' && jobs.length === 1))?.words
  const [first, ...rest] = jobs.map((draft, index) => ({
    draft,
    content: clip(wordsFor(index) ?? draft.trade ?? '', LIMIT.contentCharacters),
  }))
  return first && { ...formOf(first), findings: findings.map(({ kind }) => kind), rest: rest.slice(0, JOBS_IN_A_ROW) }
}

/** The form of the job that was waiting behind one that is done with. */
export const nextPostForm = ({ rest: [next, ...rest] }: PostForm): PostForm | undefined => next && { ...formOf(next), rest }

const JOBS_IN_A_ROW = 10
const LEAST_FIELDS = 3

const knownFields = (draft: JobDraft): number =>
  [draft.trade, draft.headcount, draft.pay, draft.start, draft.place].filter((value) => value !== null).length

/** A line that offers work by itself, rather than answering a question about work. */
export const isWholePost = ({ intent, jobs: [first] }: Understanding): boolean =>
  intent === 'post_job' && first?.trade !== undefined && first.trade !== null && knownFields(first) >= LEAST_FIELDS

/** The same work said again corrects what was said before; other work waits its turn. */
export function withPost(form: PostForm, line: Understanding): PostForm {
  const said = newPostForm(line)
  if (!said) return form
  if (form.draft.trade !== null && said.draft.trade !== form.draft.trade)
    return { ...form, rest: [...form.rest, { draft: said.draft, content: said.content }, ...said.rest].slice(0, JOBS_IN_A_ROW) }
  return {
    ...said,
    draft: filledUp(said.draft, form.draft),
    hoursPerDay: form.hoursPerDay,
    rest: [...form.rest, ...said.rest].slice(0, JOBS_IN_A_ROW),
  }
}

/** What the draft leaves open, from another one. */
export const filledUp = (draft: JobDraft, from: JobDraft): JobDraft => ({
  trade: draft.trade ?? from.trade,
  headcount: draft.headcount ?? from.headcount,
  pay: draft.pay ?? from.pay,
  start: draft.start ?? from.start,
  end: draft.start === null ? from.end : draft.end,
  place: draft.place ?? from.place,
  certs: draft.certs.length > 0 ? draft.certs : from.certs,
  perks: draft.perks.length > 0 ? draft.perks : from.perks,
  insurance: draft.insurance ?? from.insurance,
  phone: draft.phone ?? from.phone,
})

/** 备注 and its kin: what the employer wants the card to say besides. */
export const withNote = (form: PostForm, note: string): PostForm => ({
  ...form,
  content: clip(form.content === '' ? note : `${form.content}，${note}`, LIMIT.contentCharacters),
})
