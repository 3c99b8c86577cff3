import { LIMIT } from '@linggong/api/core/limit.ts'
import { PERSON_ROLES } from '@linggong/api/core/person/person.ts'
import { STAFF_ROLES } from '@linggong/api/core/staff/role.ts'
import { z } from 'zod'
import { TRADES } from './reference/trades.ts'

const contact = z.string().min(1).max(200)
const licence = z.strictObject({ cert: z.string().min(1).max(20), validUntil: z.iso.date() })

const person = z.strictObject({
  contact,
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  roles: z.array(z.enum(PERSON_ROLES)).min(1),
  licences: z.array(licence).default([]),
  township: z.string().max(20).default(''),
  /** The WeChat account, as WeChat knows it, that his payouts go to. */
  payee: z.string().min(1).max(128).optional(),
})

const job = z.strictObject({
  /** Without its check digit: 1024 is the job that people call 10244. The next free one when nothing is said. */
  counter: z.int().min(1000).max(9_999_999).optional(),
  employer: contact,
  trade: z.enum(TRADES.map(({ name }) => name)),
  /** The trade when nothing is said. */
  content: z.string().min(1).max(LIMIT.contentCharacters).optional(),
  seats: z.int().min(1).max(LIMIT.seatsPerJob),
  pay: z.strictObject({ amountFen: z.int().positive(), unit: z.enum(['day', 'hour', 'job']) }),
  startsAt: z.iso.datetime({ offset: true }),
  days: z.int().min(1).max(LIMIT.daysPerJob).default(1),
  hoursPerDay: z.number().min(0.5).max(12).nullable().default(null),
  place: z.string().min(1).max(LIMIT.placeCharacters),
  /** What the place speaks of when nothing is said. */
  township: z.string().max(20).optional(),
  licences: z.array(z.string().max(20)).max(10).default([]),
  perks: z.array(z.string().max(20)).max(20).default([]),
  insured: z.boolean().default(false),
  /** Who has a seat, the first to take it first. */
  takes: z.array(contact).default([]),
  startCode: z
    .string()
    .regex(/^\d{4}$/, 'four digits')
    .default('4821'),
})

/** Somebody who works for the county, as if he had bound this contact to his account. */
const staff = z.strictObject({
  contact,
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
  /** All of the county when nothing is said. */
  townships: z.array(z.string().max(20)).default([]),
})

const county = z
  .strictObject({
    people: z.array(person).default([]),
    staff: z.array(staff).default([]),
    jobs: z.array(job).default([]),
    rooms: z.array(z.string().min(1)).default([]),
  })
  .check(({ value: { people, jobs }, issues }) => {
    const roles = new Map(people.map((one) => [one.contact, one.roles]))
    const complain = (index: number, contact: string, message: string) =>
      issues.push({ code: 'custom', message: `${contact} ${message}`, input: contact, path: ['jobs', index] })
    for (const [index, { employer, takes }] of jobs.entries()) {
      for (const one of [employer, ...takes]) if (!roles.has(one)) complain(index, one, 'is none of the people')
      if (roles.get(employer)?.includes('employer') === false) complain(index, employer, 'is no employer')
      for (const taker of takes) if (roles.get(taker)?.includes('worker') === false) complain(index, taker, 'is no worker')
    }
  })

/** A county at a moment, as a conversation finds it. Contacts are plain; on which account they are met is the loader's word. */
export type CountyFile = z.output<typeof county>

/** What a county file says. Throws an error whose message names each field that is wrong, and why. */
export function readCountyFile(parsed: unknown): CountyFile {
  const read = county.safeParse(parsed)
  if (read.success) return read.data
  throw new Error(`the county file is not right:\n${z.prettifyError(read.error)}`)
}
