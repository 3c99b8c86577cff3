import { describe, expect, it } from '@jest/globals'
import { readConfig } from './config.ts'

const [BOT_TOKEN, STATS_TOKEN] = ['a-token-of-the-bot', 'a-token-of-figures']

describe('tokens', () => {
  it('are made up for a run that names none, no two alike, and said to be new', () => {
    const { botToken, statsToken, ...rest } = readConfig({}, [])
    expect(new Set([botToken, statsToken]).size).toBe(2)
    expect(rest).toMatchObject({ statsTokenIsNew: true })
  })

  it('are the ones that are named', () => {
    const read = readConfig({ BOT_TOKEN, STATS_TOKEN }, [])
    expect(read).toMatchObject({ botToken: BOT_TOKEN, statsToken: STATS_TOKEN, statsTokenIsNew: false })
  })

  it('are refused where the bot and figures have one', () => {
    expect(() => readConfig({ BOT_TOKEN, STATS_TOKEN: BOT_TOKEN }, [])).toThrow('must differ')
  })

  it('are refused when they could be guessed', () => {
    expect(() => readConfig({ STATS_TOKEN: 'figures' }, [])).toThrow('at least 16 characters')
  })
})

describe('wages and tax', () => {
  it('are kept for three years and not withheld from, unless said', () => {
    const { tax, wagesKeptYears } = readConfig({}, [])
    expect([tax.mode, tax.from.toString(), wagesKeptYears]).toEqual(['off', '2019-01-01', 3])
  })

  it('are as the county says', () => {
    const { tax, wagesKeptYears } = readConfig({ TAX_MODE: 'cumulative', TAX_FROM: '2026-07-01', WAGES_KEPT_YEARS: '10' }, [])
    expect([tax.mode, tax.from.toString(), wagesKeptYears]).toEqual(['cumulative', '2026-07-01', 10])
  })

  it.each([
    ['wages kept for less than the law says', { WAGES_KEPT_YEARS: '2' }, 'the law has wages kept for 3 years'],
    ['wages kept for part of a year', { WAGES_KEPT_YEARS: '3.5' }, 'WAGES_KEPT_YEARS'],
    ['a way of withholding there is not', { TAX_MODE: 'monthly' }, 'TAX_MODE'],
    ['a day there is not', { TAX_FROM: '2026-02-30' }, 'TAX_FROM'],
  ])('do not start with %s', (_what, env, message) => {
    expect(() => readConfig(env, [])).toThrow(message)
  })
})
