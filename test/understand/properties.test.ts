import { describe, expect, it } from '@jest/globals'
import { readRegistration } from '@linggong/bot/understand/answers/read-registration.ts'
import { normalise } from '@linggong/bot/understand/normalise/normalise.ts'
import { numeralAt } from '@linggong/bot/understand/numbers/numeral.ts'
import { understand } from '@linggong/bot/understand/testing/jiangle.ts'
import { spokenDigits, spokenHour, spokenNumber, spokenShort } from '@linggong/bot/understand/testing/spoken.ts'
import { addDays, civilOf, dayOf, dayOfWeek, dayText } from '@linggong/bot/understand/time/day.ts'
import { presentOf } from '@linggong/bot/understand/time/present.ts'
import { readSchedule } from '@linggong/bot/understand/time/schedule.ts'
import { lex } from '@linggong/bot/understand/words/lex.ts'
import fc from 'fast-check'

const NOW = Temporal.ZonedDateTime.from('2024-05-06T09:30[Asia/Shanghai]')

const numberIn = (text: string): number | undefined => {
  const found = numeralAt(text, 0)
  return found?.end === text.length ? found.value : undefined
}

describe('numerals go round', () => {
  it('said in full', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999 }), (value) => expect(numberIn(spokenNumber(value))).toBe(value)))
  })

  it('said short: 两百五, 一千二, 一万二', () => {
    for (let value = 110; value <= 99_000; value += 10) {
      const short = spokenShort(value)
      if (short !== undefined) expect([short, numberIn(short)]).toEqual([short, value])
    }
  })

  it('said digit by digit after 抢', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 99_999_999 }), (value) => {
        const { intent, slots } = understand({ text: `抢${spokenDigits(value)}`, channel: 'group', role: 'worker', now: NOW, context: [] })
        expect([intent, slots.jobNo]).toEqual(['grab', String(value)])
      }),
    )
  })

  it('as digits, with 百 and 千, and with k', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (head, tail) => {
        expect(numberIn(`${head}百${tail}`)).toBe(head * 100 + tail * 10)
        expect(numberIn(`${head}千${tail}`)).toBe(head * 1000 + tail * 100)
        expect(numberIn(`${head}k${tail}`)).toBe(head * 1000 + tail * 100)
      }),
    )
  })
})

describe('times go round', () => {
  it('a day counted is the day Temporal counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 80_000 }), fc.integer({ min: -800, max: 800 }), (days, more) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days })
        const day = dayOf(date.year, date.month, date.day)
        expect(dayText(addDays(day, more))).toBe(date.add({ days: more }).toString())
        expect(civilOf(day)).toEqual({ year: date.year, month: date.month, day: date.day })
        expect(dayOfWeek(day)).toBe(date.dayOfWeek)
      }),
    )
  })

  it('tomorrow at any quarter of an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45), (hour, minute) => {
        const text = `明天${spokenHour(hour, minute)}`
        const two = (value: number) => String(value).padStart(2, '0')
        const { start } = readSchedule(text, lex(text), presentOf(NOW))
        expect([text, start]).toEqual([text, `2024-05-07T${two(hour)}:${two(minute)}:00+08:00`])
      }),
    )
  })

  it('a month and day within the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (ahead) => {
        const date = NOW.toPlainDate().add({ days: ahead })
        for (const text of [`${date.month}月${date.day}号`, `${spokenNumber(date.month)}月${spokenNumber(date.day)}日`]) {
          expect([text, readSchedule(text, lex(text), presentOf(NOW)).start]).toEqual([text, date.toString()])
        }
      }),
    )
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 700 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 600 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '招',
        '3',
        '个',
        '一',
        '百',
        '明天',
        '8点',
        '到',
        '-',
        '200',
        '元',
        '/',
        '天',
        '水南',
        '抢',
        '1024',
        '「',
        '」\n- - - -\n',
        '@机器人 ',
        '包吃',
        '证',
        ' ',
        '，',
        '😀',
        '\ud800',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
)

describe('any line', () => {
  it('gets an answer and never an exception', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('group', 'private'), fc.constantFrom('worker', 'employer', 'any'), (text, channel, role) => {
        const found = understand({ text, channel, role, now: NOW, context: ['[机器人] 【1023】搬运 回复“抢”接单'] })
        expect(typeof found.intent).toBe('string')
        expect(found.missing).toHaveLength(found.jobs.length)
      }),
      { numRuns: 400 },
    )
  })

  it('is normalised alike whether or not a mark that nobody sees stands in it', () => {
    const signs = fc.constantFrom(...'招3個，！電焊 １２Ａａ～￥\n\t。「」【】—车\u0000\u3000\u00a0①é😀')
    const lines = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(fc.property(lines, (text) => expect(normalise(`${text}\u200d`)).toBe(normalise(text))))
  })

  it('is normalised once and for all', () => {
    fc.assert(fc.property(anyText, (text) => expect(normalise(normalise(text)).length).toBeLessThanOrEqual(500)))
  })
})

describe('an ID number', () => {
  const ids = fc.tuple(
    fc.constantFrom('350428', '350402'),
    fc.integer({ min: 1950, max: 2008 }),
    fc.integer({ min: 0, max: 999 }),
    fc.constantFrom('1', 'X', 'x', 'ｘ', 'Ｘ'),
  )
  const id = ids.map(([place, year, serial, check]) => `${place}${year}0101${String(serial).padStart(3, '0')}${check}`)

  it('outside registration is a warning and never a slot', () => {
    fc.assert(
      fc.property(
        id,
        fc.constantFrom('group', 'private'),
        fc.constantFrom('', '我的', '招小工2个 200一天 水南 ', '抢1024 ', '提现', '投诉'),
        (number, channel, before) => {
          const found = understand({ text: `${before}${number}`, channel, role: 'worker', now: NOW, context: [] })
          expect(found.warnings).toContain('id-number')
          expect(JSON.stringify([found.slots, found.jobs])).not.toContain(number.slice(0, 17))
        },
      ),
    )
  })

  it('in a registration is read whole, its X half width and large', () => {
    fc.assert(
      fc.property(id, (number) =>
        expect(readRegistration(`注册 廖大山 ${number} 13800000000`)).toEqual({
          name: '廖大山',
          idNumber: normalise(number).toUpperCase(),
          phone: '13800000000',
        }),
      ),
    )
  })
})
