import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { seatsLeft } from './core/job/change.ts'
import { jobAccount } from './core/ledger/account.ts'
import { notices } from './notice/notice.collection.ts'
import { timers } from './schedule/timer.collection.ts'
import { type Chat, SCRIPT_ACCOUNT, startChat } from './start-chat.ts'
import { loadCountyFile } from './start-county-file.ts'
import { verifyLedger } from './wallet/verify-ledger.ts'

const FIXTURES = JSON.parse(readFileSync(path.join(import.meta.dirname, '../test/conversations/counties/fixtures.json'), 'utf8'))
const STARTS = Temporal.Instant.from('2026-11-23T07:30:00+08:00')

let chat: Chat | undefined
afterEach(async () => {
  await chat?.stop()
  chat = undefined
})

async function aCountyOf(file: unknown) {
  chat = await startChat({ startsAt: STARTS, rooms: () => ['market'] })
  const { county, vault, clock } = chat
  const loaded = await loadCountyFile({ county, vault, clock, account: SCRIPT_ACCOUNT }, file)
  await county.settle()
  return { ...chat, loaded }
}

const contact = (id: string) => ({ contact: `${SCRIPT_ACCOUNT}/${id}`, key: `test-${id}` })

describe('the fixtures of the conversations', () => {
  it('are the jobs that people talk about', async () => {
    const { county, loaded } = await aCountyOf(FIXTURES)
    const jobs = await Promise.all(['10244', '10253', '10266'].map((number) => county.desk.byNumber(number)))
    expect(jobs.map((job) => job && [job.state, job.terms.content, job.terms.township, seatsLeft(job)])).toEqual([
      ['open', '搬办公桌', '古镛镇', 1],
      ['open', '采摘橙子', '高唐镇', 10],
      ['open', '电焊护栏', '古镛镇', 1],
    ])
    expect(jobs[2]?.terms.licences).toEqual(['焊工证'])
    expect(loaded.rooms).toEqual(['market'])
  })

  it('have their money held and their clocks wound', async () => {
    const { county } = await aCountyOf(FIXTURES)
    const job = await county.desk.byNumber('10244')
    expect(job && (await county.ledger.amountOf(jobAccount(job.id)))).toBe(30_000)
    expect((await verifyLedger({ store: county.store, county: county.county })).faults).toEqual([])
    expect(await county.store.count(timers, { index: 'wake', county: county.county })).toBe(6)
  })

  it('are news to nobody', async () => {
    const { county, takeSaid } = await aCountyOf(FIXTURES)
    expect(takeSaid()).toEqual([])
    expect(await county.store.count(notices, { index: 'waiting', county: county.county, equals: { state: 'waiting' } })).toBe(0)
  })

  it('can be grabbed by the people of the file, and the next job gets the next number', async () => {
    const { county } = await aCountyOf(FIXTURES)
    const taken = await county.client.takeJob({ params: { number: '10244' } }, contact('liao'))
    expect(taken.ok && taken.value.state).toBe('filled')
    const body = {
      trade: '保洁',
      content: '打扫',
      seats: 1,
      pay: { amountFen: 20_000, unit: 'day' as const },
      startsAt: '2026-11-25T00:00:00Z',
      place: '古镛镇',
    }
    const posted = await county.client.postJob({ body }, contact('cai'))
    expect(posted.ok && posted.value.number.slice(0, 4)).toBe('1027')
  })
})

const [liao, chen, cai] = FIXTURES.people
const [desks, , railing] = FIXTURES.jobs

describe('a file that a rule refuses says where', () => {
  it.each([
    [{ people: [{ ...liao, idNumber: '350428197403129970' }] }, 'people: liao: id-number-invalid'],
    [{ people: [{ ...liao, phone: '12' }] }, 'people: liao: phone-invalid'],
    [{ people: [cai], jobs: [{ ...desks, takes: [], startsAt: '2026-11-23T07:00:00+08:00' }] }, 'jobs[0]: start-in-past'],
    [{ people: [cai], jobs: [{ ...desks, takes: [], pay: { amountFen: 1000, unit: 'hour' } }] }, 'jobs[0]: pay-below-floor'],
    [{ people: [cai, chen], jobs: [{ ...railing, takes: ['chen'] }] }, 'jobs[0]: take of chen: licence-missing'],
  ])('%#', async (file, said) => {
    await expect(aCountyOf(file)).rejects.toThrow(said)
  })
})

it('insures a job before anybody takes it', async () => {
  const { county } = await aCountyOf({ people: [liao, cai], jobs: [{ ...desks, takes: ['liao'], insured: true }] })
  const job = await county.desk.byNumber('10244')
  expect(job?.insuredAt).toEqual(STARTS)
  expect(job?.takes[0]?.coveredFrom).toEqual(STARTS)
})
