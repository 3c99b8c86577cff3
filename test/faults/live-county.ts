import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { asId } from '@linggong/api/core/id.ts'
import { bindPayee } from '@linggong/api/person/bind-payee.ts'
import { openStore } from '@linggong/api/store/testing/open-store.ts'
import { verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'
import { aCounty, sameRing } from '../kit/a-county.ts'

/**
 * A county that lives until it is killed: told KIND WHERE DATABASE ROUND on its command line, it waits for a word on its input, finishes
 * what the one before it left, says what the audit of the book finds, and then lets jobs be posted, taken, worked, settled, paid and taken
 * home over and over. It prints a line for each answer that said yes, after the answer and before the next call.
 */
const [kind, where = '', database = '', round = ''] = process.argv.slice(2)
const LANES = 2
const SEATS = 2
const PAY_FEN = 10_000
const MORE_FEN = 77
const DAYS_APART = 10

const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`)

const store = await openStore([kind === 'mongo' ? 'mongo' : 'sqlite', where, database])
const town = await aCounty({ store, ring: sameRing() })
const { client, county, people } = town.county

/** Everything is loaded before the word comes, so that whoever kills often need not wait. */
say('loaded')
for await (const _go of createInterface({ input: process.stdin })) break

await town.county.sweep({ leaveSeconds: 0 })
await town.settle()
const { faults, trialBalanceFen } = await verifyLedger({ store, county })
say('audited', faults.length, trialBalanceFen)

/** New people each round: whoever a kill left in the middle of a job is promised there. Each was born on a day of his own. */
const born = (after: number): string =>
  Temporal.PlainDate.from('1970-01-01')
    .add({ days: Number(round) * 2 * DAYS_APART + after })
    .toString()
const workers = await town.people(`worker-${round}`, LANES * SEATS, 'worker', born(0))
const employers = await town.people(`employer-${round}`, LANES, 'employer', born(DAYS_APART))
for (const contact of workers) {
  const person = await people.byContact(asId<'contact'>(contact))
  if (person !== undefined) await bindPayee(town.ports, { person: person.id, openid: `o-${contact}`, cause: `bind-${contact}` })
}

async function work(number: string, contact: string, key: string): Promise<void> {
  const params = { number }
  const taken = await client.takeJob({ params }, { contact, key: `take-${key}` })
  if (!taken.ok) throw new Error(`a free seat was refused: ${taken.refusal}`)
  say('taken', number, taken.value.mine?.take ?? '')
  await client.startWork({ params, body: { code: '4821' } }, { contact, key: `start-${key}` })
  const finished = await client.finishWork({ params }, { contact, key: `finish-${key}` })
  if (finished.ok) say('finished', number, finished.value.mine?.take ?? '')
}

/** One seat more than is agreed, the other as agreed, a third left over: a bill, a release and a refund. */
async function settle(number: string, contact: string, key: string): Promise<void> {
  const params = { number }
  const job = await client.seeJob({ params, query: {} }, { contact, key: `see-${key}` })
  const [first] = job.ok ? job.value.takes : []
  const amounts = first === undefined ? [] : [{ take: first.take, amountFen: PAY_FEN + MORE_FEN }]
  const settled = await client.settleJob({ params, body: { amounts } }, { contact, key: `settle-${key}` })
  if (settled.ok && first !== undefined) say('confirmed', number, first.take, PAY_FEN + MORE_FEN)
  const confirmed = await client.confirmWork({ params }, { contact, key: `confirm-${key}` })
  if (!confirmed.ok) return
  for (const { take } of confirmed.value.takes) if (take !== first?.take) say('confirmed', number, take, PAY_FEN)
}

async function live(lane: number): Promise<never> {
  const employer = employers[lane] ?? ''
  const crew = workers.slice(lane * SEATS, (lane + 1) * SEATS)
  for (let turn = 0; ; turn += 1) {
    const key = `${round}.${lane}.${turn}`
    const number = await town.openJob(employer, { seats: SEATS + 1, startsAt: town.clock.at.add({ hours: 1 }), key })
    say('published', number)
    for (const contact of crew) await work(number, contact, key)
    await settle(number, employer, key)
    await town.settle()
    for (const contact of crew) {
      const sent = await client.requestPayout({ body: { amountFen: 1_000 } }, { contact, key: `out-${key}` })
      if (sent.ok) say('sent', number, sent.value.payout, 1_000)
    }
  }
}

say('ready')
await Promise.all(Array.from({ length: LANES }, (_, lane) => live(lane)))
