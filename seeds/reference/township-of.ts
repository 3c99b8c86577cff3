import { JIANGLE } from './places.ts'

/** Written before a place by the careful, and worth nothing to us. */
const ABOVE_TOWNSHIP = /^(?:福建省?)?(?:三明市?)?(?:将乐县?)?/u
/** Another county has places of the same names. */
const ELSEWHERE = /^(?:泰宁|明溪|沙县|顺昌|建宁|清流|宁化|尤溪|邵武|延平|(?:永安|大田|三元)[县市区])/u
/** What may stand behind the short name of a township without making another name of it: 万安街上, but not 万安路. */
const BEHIND_SHORT_NAME = /^(?:镇|乡|街上|集镇|圩|圩上|政府|镇上|乡下|附近|那边|这边|那里|一带)?$/u

/** Landmarks of which nobody in the county doubts where they stand. */
const LANDMARK_TOWNSHIPS = new Map([['县政府', '古镛镇']])

const withoutRank = (name: string): string => name.replace(/[镇乡村]$/u, '')

interface Named {
  readonly name: string
  readonly township: string
}

const townships: readonly Named[] = JIANGLE.townships.map(({ name }) => ({ name, township: name }))
const spots: readonly Named[] = [
  ...JIANGLE.townships.flatMap(({ name, villages }) => villages.map((village) => ({ name: village, township: name }))),
  ...[...LANDMARK_TOWNSHIPS].map(([name, township]) => ({ name, township })),
]

/** The one township that all of them agree on; '' where they do not, or where there are none. */
function agreed(named: readonly Named[]): string {
  const [first, ...others] = new Set(named.map(({ township }) => township))
  return first !== undefined && others.length === 0 ? first : ''
}

/**
 * The township a free place text speaks of, '' when it names none or several. A full name counts anywhere; the name of a village or a
 * landmark only at the beginning, and a short name only alone: 光明小区, 医院东门 and 万安路 are somewhere else.
 */
export function townshipOf(place: string): string {
  const text = place.normalize('NFKC').replace(/\s/gu, '').replace(ABOVE_TOWNSHIP, '')
  if (ELSEWHERE.test(text)) return ''
  const full = townships.filter(({ name }) => text.includes(name))
  if (full.length > 0) return agreed(full)
  const short = townships.filter(({ name }) => isShortFor(name, text))
  if (short.length > 0) return agreed(short)
  return agreed(spots.filter(({ name }) => text.startsWith(name) || text === withoutRank(name)))
}

const isShortFor = (name: string, text: string): boolean =>
  text.startsWith(withoutRank(name)) && BEHIND_SHORT_NAME.test(text.slice(withoutRank(name).length))
