import { accept, type Result, refuse } from '../result.ts'

/** What may not stand in a rating: the county's own words, small and without gaps. */
export interface RatingWords {
  /** Made unreadable, sign by sign. */
  readonly insults: readonly string[]
  /** What leads elsewhere, refused wherever it stands. */
  readonly lures: readonly string[]
  /** By what people are reached: refused where something like an account follows. */
  readonly contacts: readonly string[]
}

const DIGITS = new Map([...'零〇一幺二两三四五六七八九'].map((sign, at) => [sign, '0011223456789'.charAt(at)]))
const ID_DIGITS = 17
/** No pay, hour or job number has so many. */
const DIGIT_RUN = /\d{7,}/g
/** What may stand between the signs of one word or number without parting it. */
const GAP = /[\s.,，。、·*~_\-\u200b-\u200f\u2060\ufeff]/u
const ADDRESS = /[a-z0-9]\s?(?:\.|。|点)\s?(?:com|cn|net|org|cc|top|vip|xyz)(?![a-z])/u
const ACCOUNT = /^(?:号|id)?(?:是|[:：=])?[a-z0-9]{5,}/u
const LATIN = /[a-z]/

interface Sign {
  readonly sign: string
  /** Where it stands in the text, in signs. */
  readonly at: number
}

const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The text as it is read by whoever means to get around a list: no gaps, one width, small letters. */
const signsOf = (written: readonly string[]): readonly Sign[] =>
  written.flatMap((text, at) => (GAP.test(text) ? [] : [...plainOf(text)].map((sign) => ({ sign, at }))))

/**
 * What somebody says of somebody else, as all may read it: refused with the reason where it holds a number of a person, an address or an
 * account; insults are made unreadable.
 */
export function cleanText(text: string, words: RatingWords): Result<string> {
  const written = [...text.trim()]
  const signs = signsOf(written)
  const why = ADDRESS.test(plainOf(text)) ? 'link' : whyNot(signs.map(({ sign }) => sign).join(''), words)
  if (why !== undefined) return refuse('words-not-allowed', { why })
  const masked = new Set(words.insults.flatMap((insult) => placesOf([...insult], signs)))
  return accept(written.map((sign, at) => (masked.has(at) ? '*' : sign)).join(''))
}

function whyNot(plain: string, { lures, contacts }: RatingWords): 'phone' | 'id-number' | 'link' | 'contact' | undefined {
  const runs = [...plain].map((sign) => DIGITS.get(sign) ?? sign).join('')
  const longest = Math.max(0, ...(runs.match(DIGIT_RUN) ?? []).map(({ length }) => length))
  if (longest > 0) return longest < ID_DIGITS ? 'phone' : 'id-number'
  if (lures.some((lure) => plain.includes(lure))) return 'link'
  const behind = contacts.flatMap((contact) => plain.split(contact).slice(1))
  return behind.some((rest) => ACCOUNT.test(rest)) ? 'contact' : undefined
}

/** Where in the text a word stands, the gaps in it included; Latin letters count only as a word of their own. */
function placesOf(letters: readonly string[], signs: readonly Sign[]): readonly number[] {
  const isLatin = (at: number): boolean => LATIN.test(signs[at]?.sign ?? '')
  return signs.flatMap((_, from) => {
    const end = from + letters.length
    if (!letters.every((letter, index) => signs[from + index]?.sign === letter)) return []
    if ((isLatin(from) && isLatin(from - 1)) || (isLatin(end - 1) && isLatin(end))) return []
    const [first, last] = [signs[from]?.at ?? 0, signs[end - 1]?.at ?? 0]
    return Array.from({ length: last - first + 1 }, (_gap, index) => first + index)
  })
}
