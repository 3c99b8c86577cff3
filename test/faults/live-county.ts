import { writeSync } from 'node:fs'
import { openStore } from '@linggong/api/store/testing/open-store.ts'
import { aCounty, sameRing } from '../kit/a-county.ts'

/**
 * A county that lives until it is killed: told KIND WHERE DATABASE ROUND on its command line, it lets jobs be posted, taken, worked,
 * confirmed and paid over and over, and prints a line for each answer that said yes, after the answer and before the next call.
 */
const [kind, where = '', database = '', round = ''] = process.argv.slice(2)
const LANES = 4
const SEATS = 2

const say = (...words: readonly string[]): void => void writeSync(1, `${words.join(' ')}\n`)

const store = await openStore([kind === 'mongo' ? 'mongo' : 'sqlite', where, database])
const town = await aCounty({ store, ring: sameRing() })
const { client } = town.county
/** New people each round: whoever a kill left in the middle of a job is promised there. */
const workers = await town.people(`worker-${round}`, LANES * SEATS, 'worker', `${1950 + Number(round)}-01-01`)
const employers = await town.people(`employer-${round}`, LANES, 'employer', `${1950 + Number(round)}-06-01`)
await town.county.sweep({ leaveSeconds: 0 })

async function live(lane: number): Promise<never> {
  const employer = employers[lane] ?? ''
  const crew = workers.slice(lane * SEATS, (lane + 1) * SEATS)
  for (let turn = 0; ; turn += 1) {
    const key = `${round}.${lane}.${turn}`
    const number = await town.openJob(employer, { seats: SEATS, startsAt: town.clock.at.add({ hours: 1 }), key })
    say('published', number)
    const params = { number }
    for (const contact of crew) {
      const taken = await client.takeJob({ params }, { contact, key: `take-${key}` })
      if (!taken.ok) throw new Error(`a free seat was refused: ${taken.refusal}`)
      say('taken', number, taken.value.mine?.take ?? '')
      await client.startWork({ params, body: { code: '4821' } }, { contact, key: `start-${key}` })
      const finished = await client.finishWork({ params }, { contact, key: `finish-${key}` })
      if (finished.ok) say('finished', number, finished.value.mine?.take ?? '')
    }
    const confirmed = await client.confirmWork({ params }, { contact: employer, key: `confirm-${key}` })
    if (confirmed.ok) for (const { take } of confirmed.value.takes) say('confirmed', number, take)
  }
}

say('ready')
await Promise.all(Array.from({ length: LANES }, (_, lane) => live(lane)))
