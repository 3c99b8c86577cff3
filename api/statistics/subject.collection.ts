import { z } from 'zod'
import { EMPLOYER_TYPES } from '../core/job/poster.ts'
import { type Doings, SUBJECT_KINDS, type SubjectKind } from '../core/statistics/subject.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'

const mark = z.strictObject({
  key: z.string(),
  at: z.string(),
  day: z.string(),
  township: z.string(),
  trade: z.string(),
  riskClass: z.int(),
  until: z.string().optional(),
  employerType: z.enum(EMPLOYER_TYPES).optional(),
})

const addition = z.strictObject({
  township: z.string().nullable(),
  trade: z.string().nullable(),
  riskClass: z.int().nullable(),
  measure: z.string(),
  day: z.string(),
  days: z.int().optional(),
  by: z.int(),
})

const change = z.strictObject({ key: z.string(), at: instant, additions: z.array(addition) })

const subject = z.strictObject({
  id: z.string(),
  county: z.string(),
  version: z.int(),
  demo: z.boolean(),
  kind: z.enum(SUBJECT_KINDS),
  marks: z.array(mark),
  gone: z.array(z.string()),
  /** Of the days before it only what still matters is kept (forget.ts); empty where all of it is. */
  since: z.string().default(''),
  /** What the counts change by because of what is written here, until it is counted. */
  changes: z.array(change),
})
export type SubjectDoc = Readonly<z.output<typeof subject>> & Doings

/** What somebody did, as far as a later event can change what it comes to, so that he is counted once: what a day more changes in the counts follows from the days there are. */
export const subjects = collection<SubjectDoc>({ name: 'statisticsSubjects', schema: subject })

export const subjectIdOf = ({ demo, kind, subject: of }: { demo: boolean; kind: SubjectKind; subject: string }): string =>
  `${demo ? 'demo' : 'real'}:${kind}:${of}`
