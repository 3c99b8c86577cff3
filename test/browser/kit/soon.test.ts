import { expect, it } from '@jest/globals'
import { createReader } from '@linggong/bot/dialogue/reader.ts'
import { LEXICON } from '@linggong/seeds/reference/county.ts'
import { soon } from './soon.ts'

it('says a moment that the bot understands, at any minute of the day', () => {
  const { understand } = createReader(LEXICON)
  const midnight = Temporal.ZonedDateTime.from('2026-12-31T00:00[Asia/Shanghai]')
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    const now = midnight.add({ minutes: minute })
    const { at, words } = soon(now.toInstant())
    const text = `${words} 搬办公桌 2个人 100一个 县政府对面`
    const [job] = understand({ text, channel: 'private', role: 'employer', now, context: [] }).jobs
    expect(Temporal.Instant.from(job?.start ?? '').toString()).toBe(at.toInstant().toString())
    expect(job).toMatchObject({ headcount: 2, place: '县政府对面' })
    expect(now.until(at).total('minutes')).toBeGreaterThanOrEqual(20)
    expect(now.until(at).total('minutes')).toBeLessThan(50)
  }
})
