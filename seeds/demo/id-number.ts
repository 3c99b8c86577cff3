import { checkDigit } from '@linggong/api/core/person/id-number.ts'
import type { Chance } from './chance.ts'

/** 将乐 itself for most, and its neighbours. */
const REGIONS = ['350428', '350428', '350428', '350428', '350428', '350402', '350421', '350427', '350429', '350430', '350721', '350781']

/**
 * The sequence numbers 996 to 999 are kept for people over a hundred, so a number with one of them and a later birthday is right in every
 * digit and was never issued to anybody. As always an even one is a woman's.
 */
const NOBODYS = { man: ['997', '999'], woman: ['996', '998'] } as const

export interface Birth {
  readonly birthDay: Temporal.PlainDate
  readonly isWoman: boolean
}

export const idNumberFrom = (region: string, birthDay: string, sequence: string): string => {
  const first17 = `${region}${birthDay.replaceAll('-', '')}${sequence}`
  return `${first17}${checkDigit(first17)}`
}

export const inventIdNumber = (chance: Chance, { birthDay, isWoman }: Birth): string =>
  idNumberFrom(chance.pick(REGIONS), birthDay.toString(), chance.pick(isWoman ? NOBODYS.woman : NOBODYS.man))
