import { describe, expect, it } from '@jest/globals'
import { normalise } from '../normalise/normalise.ts'
import { lex } from '../words/lex.ts'
import { dayOf } from './day.ts'
import { presentOf } from './present.ts'
import { readSchedule } from './schedule.ts'

const read = (text: string, now = '2024-05-06T09:30') => {
  const clean = normalise(text)
  return readSchedule(clean, lex(clean), presentOf(Temporal.ZonedDateTime.from(`${now}[Asia/Shanghai]`)))
}

describe('the present', () => {
  it.each(['1969-12-31T23:59', '1970-01-01T00:00', '2024-02-29T00:00', '2026-11-23T07:30:59.999'])(
    'at %s is what Temporal says',
    (said) => {
      const now = Temporal.ZonedDateTime.from(`${said}[Asia/Shanghai]`)
      expect(presentOf(now)).toEqual({ today: dayOf(now.year, now.month, now.day), minutes: now.hour * 60 + now.minute })
    },
  )
})

describe('when the work is, said on Monday 6 May 2024 at 09:30', () => {
  it.each([
    ['明早6点半', '2024-05-07T06:30:00+08:00', null],
    ['后天下午两点一刻', '2024-05-08T14:15:00+08:00', null],
    ['后天下昼2点', '2024-05-08T14:00:00+08:00', null],
    ['这周六', '2024-05-11', null],
    ['下周一', '2024-05-13', null],
    ['周三', '2024-05-08', null],
    ['5月20号', '2024-05-20', null],
    ['5.20', '2024-05-20', null],
    ['20号', '2024-05-20', null],
    ['今晚', '2024-05-06', null],
    ['马上', '2024-05-06', null],
    ['今天6点', '2024-05-06T18:00:00+08:00', null],
    ['5.9-5.11', '2024-05-09', '2024-05-11'],
    ['20-22号', '2024-05-20', '2024-05-22'],
    ['明后两天', '2024-05-07', '2024-05-08'],
    ['明天起干三天', '2024-05-07', '2024-05-09'],
    ['后天进场，大概干一个礼拜', '2024-05-08', '2024-05-14'],
    ['明天早8晚6', '2024-05-07T08:00:00+08:00', '2024-05-07T18:00:00+08:00'],
    ['5月8号-5月10号，早8点到下午5点半', '2024-05-08T08:00:00+08:00', '2024-05-10T17:30:00+08:00'],
    ['下昼2点来，拣到5点半', '2024-05-06T14:00:00+08:00', '2024-05-06T17:30:00+08:00'],
    ['明晚8点到4点', '2024-05-07T20:00:00+08:00', '2024-05-08T04:00:00+08:00'],
    ['干到月底', null, '2024-05-31'],
    ['本周内做完', null, '2024-05-12'],
    ['春节前做完', null, '2025-01-28'],
    ['早上8:00一晚上18:00', null, null],
    ['6点到6点', null, null],
    ['200一天', null, null],
    ['胜利路20号', null, null],
    ['昨天那批人', null, null],
  ])('%s', (text, start, end) => {
    const found = read(text)
    expect([found.start, found.end, found.past]).toEqual([start, end, false])
  })

  it.each([
    ['明天01:30', '2024-05-07T01:30:00+08:00', null],
    ['卸货 02：00', '2024-05-07T02:00:00+08:00', null],
    ['明天 00:30', '2024-05-07T00:30:00+08:00', null],
    ['明天05:45', '2024-05-07T05:45:00+08:00', null],
    ['明天0点半', '2024-05-07T00:30:00+08:00', null],
    ['明天零点半', '2024-05-07T00:30:00+08:00', null],
    ['明天01点半', '2024-05-07T01:30:00+08:00', null],
    ['5月8日 03:20装车', '2024-05-08T03:20:00+08:00', null],
    ['明天凌晨一点半', '2024-05-07T01:30:00+08:00', null],
    ['明天凌晨 01:30', '2024-05-07T01:30:00+08:00', null],
    ['明天零晨3点', '2024-05-07T03:00:00+08:00', null],
    ['明天天没亮4点', '2024-05-07T04:00:00+08:00', null],
    ['明天黎明4点', '2024-05-07T04:00:00+08:00', null],
    ['明天半夜11点', '2024-05-07T23:00:00+08:00', null],
    ['明天半夜12点', '2024-05-07T00:00:00+08:00', null],
    ['明天午夜12点', '2024-05-08T00:00:00+08:00', null],
    ['明天03:00-07:00', '2024-05-07T03:00:00+08:00', '2024-05-07T07:00:00+08:00'],
    ['明天01:30开工干到05:30', '2024-05-07T01:30:00+08:00', '2024-05-07T05:30:00+08:00'],
    ['明天12:00-02:00', '2024-05-07T12:00:00+08:00', '2024-05-08T02:00:00+08:00'],
    ['明天13:30-02:30', '2024-05-07T13:30:00+08:00', '2024-05-08T02:30:00+08:00'],
    ['明天22:00-00:30', '2024-05-07T22:00:00+08:00', '2024-05-08T00:30:00+08:00'],
  ])('%s is as early as it says', (text, start, end) => {
    const found = read(text)
    expect([found.start, found.end, found.past]).toEqual([start, end, false])
  })

  it.each([
    ['明天1:30', '2024-05-07T13:30:00+08:00', null],
    ['明天下午01:30', '2024-05-07T13:30:00+08:00', null],
    ['明天中午01:30', '2024-05-07T13:30:00+08:00', null],
    ['明天晚上07:30', '2024-05-07T19:30:00+08:00', null],
    ['明晚00:30', '2024-05-08T00:30:00+08:00', null],
    ['明天下午02:00到05:00', '2024-05-07T14:00:00+08:00', '2024-05-07T17:00:00+08:00'],
    ['明天08:00-05:00', '2024-05-07T08:00:00+08:00', '2024-05-07T17:00:00+08:00'],
    ['明天8:00-05:00', '2024-05-07T08:00:00+08:00', '2024-05-07T17:00:00+08:00'],
    ['明天9点到01:30', '2024-05-07T09:00:00+08:00', '2024-05-07T13:30:00+08:00'],
  ])('%s is as late as it means', (text, start, end) => {
    const found = read(text)
    expect([found.start, found.end, found.past]).toEqual([start, end, false])
  })

  it.each(['昨天早上7点', '5月3号', '今天早上7点', '今天05:45', '今天00:30', '今天0点半'])('%s is over', (text) => {
    expect(read(text)).toMatchObject({ start: null, past: true })
  })

  it('weeks begin on Monday, also on a Sunday', () => {
    expect(read('下周一', '2026-11-22T20:00').start).toBe('2026-11-23')
    expect(read('这周六', '2026-11-22T20:00').past).toBe(true)
  })

  it('a January day said in December is next year', () => {
    expect(read('1月3号', '2026-12-30T18:00').start).toBe('2027-01-03')
  })

  it('明天 at ten to midnight is the day after', () => {
    expect(read('明天一早6点', '2025-10-31T23:50').start).toBe('2025-11-01T06:00:00+08:00')
  })

  it('两三天 names no end', () => {
    expect(read('明天开始，干两三天')).toMatchObject({ start: '2024-05-07', end: null, vague: true })
  })
})
