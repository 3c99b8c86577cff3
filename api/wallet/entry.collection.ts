import { z } from 'zod'
import type { AccountName } from '../core/ledger/account.ts'
import { ENTRY_KINDS, type EntryKey } from '../core/ledger/entry.ts'
import type { Booked, FigureName } from '../core/ledger/figure.ts'
import { id } from '../store/brand.ts'
import { fenAmount, instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'

/** Plain text whose shape only our own builders make; reading it brands it again. */
const named = <Name extends string>() => z.string().min(1).max(300) as unknown as z.ZodType<Name, string>

const head = {
  key: named<EntryKey>(),
  kind: z.enum(ENTRY_KINDS),
  county: z.string(),
  demo: z.boolean(),
  at: instant,
  givesBack: named<EntryKey>().nullable(),
  postings: z.array(z.strictObject({ account: named<AccountName>(), amountFen: fenAmount })).min(2),
}

const entry = z.union([
  z.strictObject({ ...head, job: id<'job'>(), jobNumber: z.string(), employer: id<'person'>() }),
  z.strictObject({ ...head, worker: id<'person'>() }),
])

const schema = z.strictObject({
  id: z.string(),
  county: z.string(),
  version: z.literal(1),
  line: z.int().positive(),
  entry,
  figures: z.array(z.strictObject({ name: named<FigureName>(), amountFen: fenAmount, follows: z.string() })).min(1),
})

export type EntryDoc = Booked & Doc

/**
 * Inserted, never replaced or removed. `follows` is what makes a balance safe: of two entries that were worked out behind the same line of
 * the same figure only one gets in.
 */
export const entries = collection<EntryDoc>({
  name: 'entries',
  schema,
  unique: { key: ['county', 'entry.key'], follows: ['county', 'figures.follows'] },
  indexes: {
    line: ['county', 'line'],
    time: ['county', 'entry.at'],
    figure: ['county', 'figures.name', 'line'],
    statement: ['county', 'entry.postings.account', 'entry.at'],
  },
})

export const entryId = (key: EntryKey): string => deriveId('entry', key)
