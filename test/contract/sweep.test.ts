import { describe, expect, it } from '@jest/globals'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { RETENTION } from '@linggong/api/retention/retention.ts'
import { aCounty } from '../kit/a-county.ts'

const line = { account: 'wx1', id: 'm1', text: '我的身份证是350428199001011234' }
const form = { freeze: JSON.stringify, thaw: JSON.parse }

async function aTown() {
  const town = await aCounty()
  const [employer = ''] = await town.people('employer', 1, 'employer')
  const inbox = town.county.keepMessages<typeof line>(form)
  const sessions = town.county.keepSessions<object>()
  const later = async (time: Temporal.DurationLike) => {
    town.clock.at = town.clock.at.add(time)
    await town.county.sweep()
    await town.county.settle()
  }
  return { ...town, employer, inbox, sessions, later }
}

describe('the sweep of a county', () => {
  it('forgets answered lines and sleeping conversations', async () => {
    const { inbox, sessions, later, stop } = await aTown()
    await inbox.receive(line)
    await inbox.finish(line)
    await sessions.save('wx1/li', { form: line.text })
    await later({ hours: RETENTION.conversations.keptHours + 1 })
    expect([await sessions.load('wx1/li'), await inbox.receive(line)]).toEqual([undefined, 'known'])
    await later({ hours: RETENTION.answeredLines.keptHours })
    expect(await inbox.receive(line)).toBe('handle')
    await stop()
  })

  it('ends a draft that nobody published, and gives its place to another', async () => {
    const { county, employer, clock, later, stop } = await aTown()
    const pay = { amountFen: 10_000, unit: 'job' as const }
    const startsAt = clock.at.add({ hours: 1 }).toString()
    const body = { trade: '搬运', content: '搬办公桌', seats: 1, pay, startsAt, place: '县政府对面' }
    const post = (n: number, about = body) => county.client.postJob({ body: about }, { contact: employer, key: `draft-${n}` })
    const [first] = await Promise.all(Array.from({ length: LIMIT.openJobsPerEmployer }, (_, n) => post(n)))
    if (!first?.ok) throw new Error('the first draft was filed')
    expect(await post(99)).toMatchObject({ refusal: 'too-many-open-jobs' })
    await later({ hours: 3 })
    const seen = await county.client.seeJob({ params: { number: first.value.number } }, { contact: employer, key: '' })
    expect(seen).toMatchObject({ value: { state: 'expired' } })
    expect((await post(100, { ...body, startsAt: clock.at.add({ hours: 1 }).toString() })).ok).toBe(true)
    await stop()
  })
})
