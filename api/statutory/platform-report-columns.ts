import { countyDay } from '../core/clock.ts'
import { type Fen, NO_FEN } from '../core/money.ts'
import type { ShownPerson } from './people-of-file.ts'
import { REPORT_COPY as COPY, IDENTITY_HEADINGS as ID, INCOME_HEADINGS as IN } from './platform-report-copy.ts'
import type { Column } from './table.ts'

/** What the tax office is told of one worker and one quarter. */
export interface EarnerRow {
  readonly nth: number
  readonly worker: string
  readonly person: ShownPerson
  /** Empty where the person is gone. */
  readonly registeredOn: string
  /** Registered within the quarter: the office has not been told before. */
  readonly isNew: boolean
  /** 从事配送、运输、家政等便民劳务 who owe no tax: their income is not told (国务院令第810号). */
  readonly isExempt: boolean
  readonly grossFen: Fen
  readonly jobs: number
  readonly platform: string
}

const WHO = [
  { heading: ID.licensed, width: 10, text: () => COPY.no },
  { heading: ID.name, width: 12, text: ({ person }) => person.name },
  { heading: ID.documentType, width: 16, text: () => COPY.idCard },
  { heading: ID.documentNumber, width: 21, text: ({ person }) => person.idNumber },
  { heading: ID.country, width: 12, text: () => COPY.china },
] as const satisfies readonly Column<EarnerRow>[]

export const IDENTITY_COLUMNS: readonly Column<EarnerRow>[] = [
  { heading: ID.nth, width: 8, count: ({ nth }) => nth },
  ...WHO,
  { heading: ID.exempt, width: 14, text: ({ isExempt }) => (isExempt ? COPY.yes : COPY.no) },
  { heading: ID.userName, width: 12, text: ({ person }) => person.name },
  { heading: ID.userId, width: 30, text: ({ worker }) => worker },
  { heading: ID.contactName, width: 12, text: ({ person }) => person.name },
  { heading: ID.contactPhone, width: 14, text: ({ person }) => person.phone },
  { heading: ID.since, width: 12, text: ({ registeredOn }) => registeredOn },
  { heading: ID.state, width: 10, text: ({ isNew }) => (isNew ? COPY.added : '') },
]

/** Workers pay the platform nothing, and all they get from it is pay for work. */
export const INCOME_COLUMNS: readonly Column<EarnerRow>[] = [
  { heading: IN.nth, width: 8, count: ({ nth }) => nth },
  ...WHO,
  { heading: IN.platform, width: 16, text: ({ platform }) => platform },
  { heading: IN.userName, width: 12, text: ({ person }) => person.name },
  { heading: IN.userId, width: 30, text: ({ worker }) => worker },
  { heading: IN.total, width: 12, fen: ({ grossFen }) => grossFen },
  { heading: IN.labour, width: 12, fen: ({ grossFen }) => grossFen },
  { heading: IN.other, width: 12, fen: () => NO_FEN },
  { heading: IN.fees, width: 12, fen: () => NO_FEN },
  { heading: IN.count, width: 10, count: ({ jobs }) => jobs },
]

export interface Quarter {
  readonly year: number
  readonly quarter: number
}

/** From the first day of a quarter to the first of the next. */
export function quarterDays({ year, quarter }: Quarter): { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate } {
  const from = new Temporal.PlainDate(year, quarter * 3 - 2, 1)
  return { from, until: from.add({ months: 3 }) }
}

export const isWithin = (at: Temporal.Instant, { from, until }: ReturnType<typeof quarterDays>): boolean =>
  Temporal.PlainDate.compare(countyDay(at), from) >= 0 && Temporal.PlainDate.compare(countyDay(at), until) < 0
