import { JIANGLE } from '../reference/places.ts'
import type { Chance } from './chance.ts'

/** How the people of the county are spread, in percent; made up after the look of the map, the county seat first. */
const SHARES: Readonly<Record<string, number>> = {
  古镛镇: 30,
  水南镇: 16,
  高唐镇: 8,
  白莲镇: 8,
  黄潭镇: 7,
  万安镇: 7,
  光明镇: 5,
  南口镇: 5,
  安仁乡: 4,
  大源乡: 3,
  余坊乡: 3,
  万全乡: 2,
  漠源乡: 2,
}

/** Each township as often as its share says, to be picked from. */
export const TOWNSHIPS_BY_SIZE: readonly string[] = Object.entries(SHARES).flatMap(([name, share]) =>
  Array.from({ length: share }, () => name),
)

const spotsByTownship = new Map(JIANGLE.townships.map(({ name, villages }) => [name, [`${name}集镇`, ...villages]]))

export const inventSpot = (chance: Chance, township: string): string => chance.pick(spotsByTownship.get(township) ?? [township])
