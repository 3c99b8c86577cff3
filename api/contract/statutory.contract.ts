import { z } from 'zod'
import { fileAnswer } from './file-answer.ts'
import { byNumber } from './job.contract.ts'
import type { Routes } from './route.ts'
import { nothing, wireDay, wireFen, wireInstant } from './shapes.ts'

const item = z.object({
  kind: z.enum(['work', 'overtime', 'extra', 'deduction']),
  amountFen: wireFen,
  /** As it was said; empty where nothing had to be said. */
  reason: z.string(),
})

/** What one seat was paid for which work, as its worker may see it. */
export const wageSlipView = z.object({
  number: z.string(),
  trade: z.string(),
  content: z.string(),
  employerName: z.string(),
  startsAt: wireInstant,
  endsAt: wireInstant,
  startedAt: wireInstant.nullable(),
  finishedAt: wireInstant.nullable(),
  days: z.int(),
  minutes: z.int(),
  earned: z.array(item),
  deducted: z.array(item),
  /** What the items come to, before tax. */
  payFen: wireFen,
  taxFen: wireFen,
  /** What has reached the worker, cash included. */
  netFen: wireFen,
  /** What of the pay has not come yet. */
  openFen: wireFen,
  payments: z.array(z.object({ at: wireInstant, netFen: wireFen, by: z.enum(['wallet', 'cash']) })),
})
export type WageSlipView = z.output<typeof wageSlipView>

/** `full=1` asks for names, ID numbers and phones as they are, to which a second person has to agree; without it they are masked. */
const asFile = { format: z.enum(['xlsx', 'csv']).default('xlsx'), full: z.literal('1').optional() }

export const statutoryRoutes = {
  seeWageSlip: {
    method: 'GET',
    path: '/jobs/:number/wage-slip',
    role: 'contact',
    tag: 'statutory',
    summary: 'What the caller was paid for a job: items, deductions, tax, when and how',
    params: byNumber,
    query: nothing,
    body: nothing,
    answer: wageSlipView,
    status: 200,
    refusals: ['not-registered', 'job-not-found', 'no-take', 'not-paid'],
  },
  exportWageLedger: {
    method: 'GET',
    path: '/staff/wage-ledger',
    role: 'staff',
    action: 'export-files',
    tag: 'statutory',
    summary: 'The written wage ledger, one line a paid seat, by the days on which it was paid, both included',
    params: nothing,
    query: z.strictObject({
      from: wireDay,
      to: wireDay,
      employer: z
        .string()
        .regex(/^[\w-]{1,40}$/)
        .optional(),
      ...asFile,
    }),
    body: nothing,
    answer: fileAnswer,
    status: 200,
    refusals: ['not-allowed', 'prove-again', 'second-person-needed'],
  },
  exportPlatformReport: {
    method: 'GET',
    path: '/staff/platform-report',
    role: 'staff',
    action: 'export-files',
    tag: 'statutory',
    summary: 'Who earned on the platform in a quarter, and how much: the two forms of the tax office',
    params: nothing,
    query: z.strictObject({
      year: z.coerce.number().int().min(2025).max(2099),
      quarter: z.coerce.number().int().min(1).max(4),
      form: z.enum(['identity', 'income']),
      ...asFile,
    }),
    body: nothing,
    answer: fileAnswer,
    status: 200,
    refusals: ['not-allowed', 'prove-again', 'second-person-needed'],
  },
} as const satisfies Routes
