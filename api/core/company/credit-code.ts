import { accept, type Refused, type Result, refuse } from '../result.ts'

/** A unified social credit code (统一社会信用代码, GB 32100-2015) whose signs and check character are right. Not proof that it was ever given. */
export type CreditCode = string & { readonly kind: 'credit-code' }

export const COMPANY_KINDS = ['company', 'coop'] as const
export type CompanyKind = (typeof COMPANY_KINDS)[number]

const LENGTH = 18
/** Digits and letters without I, O, S, V and Z, which are too like others. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHT = 3
const REGION = { from: 2, to: 8 }
const DIGITS = '0123456789'
/** Signs that are taken for each other on paper and in hand. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['8', 'B'],
  ['0', 'D'],
  ['0', 'Q'],
  ['1', 'L'],
  ['1', '7'],
  ['2', 'Q'],
  ['5', '6'],
  ['6', 'G'],
  ['U', 'Y'],
  ['M', 'N'],
  ['E', 'F'],
  ['P', 'R'],
  ['3', '8'],
]
/** A letter that no code has, and what was meant by it; nothing where that cannot be said. */
const NEVER: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2', V: 'U' }

/** The last sign, made of the seventeen before it: any one wrong sign and any swapped neighbours change it. */
export function creditCheck(first17: string): string {
  const sum = [...first17].reduceRight((rest, sign) => (rest * WEIGHT + SIGNS.indexOf(sign)) % SIGNS.length, 0)
  return SIGNS.charAt((SIGNS.length - sum) % SIGNS.length)
}

const isRight = (code: string): boolean => creditCheck(code.slice(0, -1)) === code.slice(-1)
const withSign = (code: string, at: number, sign: string): string => code.slice(0, at) + sign + code.slice(at + 1)
const likenessesOf = (sign: string): readonly string[] =>
  ALIKE.flatMap(([one, other]) => (one === sign ? [other] : other === sign ? [one] : []))

const allowedAt = (at: number): string => (at >= REGION.from && at < REGION.to ? DIGITS : SIGNS)

/** The only sign that would make it right when it was taken for one like it; undefined where there is none, or several. */
function slip(code: string): { readonly at: number; readonly sign: string } | undefined {
  const slips = [...code].flatMap((sign, at) =>
    likenessesOf(sign)
      .filter((other) => allowedAt(at).includes(other) && isRight(withSign(code, at, other)))
      .map((other) => ({ at, sign: other })),
  )
  return slips.length === 1 ? slips[0] : undefined
}

/** Positions are counted from 1, as people count them. */
const wrongAt = (at: number, sign: string, maybe = ''): Refused =>
  refuse('credit-code-invalid', { fault: 'sign', position: at + 1, sign, maybe })

/** Takes what people type: small letters, full-width signs, spaces. What is wrong with it is said as exactly as can be. */
export function readCreditCode(typed: string): Result<CreditCode> {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (code.length !== LENGTH) return refuse('credit-code-invalid', { fault: 'length', length: Math.min(code.length, 99) })
  const at = [...code].findIndex((sign, place) => !allowedAt(place).includes(sign))
  if (at >= 0) return wrongAt(at, code.charAt(at), NEVER[code.charAt(at)])
  if (isRight(code)) return accept(code as CreditCode) // the one place that has checked it
  const found = slip(code)
  return found === undefined ? refuse('credit-code-invalid', { fault: 'check' }) : wrongAt(found.at, code.charAt(found.at), found.sign)
}

/** 93 is a farmers' co-operative, N1 to N3 what a village or a township owns together. */
const COOPS = ['93', 'N1', 'N2', 'N3']

/** What kind of employer it is, by who registered it. */
export const kindOfCode = (code: CreditCode): CompanyKind => (COOPS.includes(code.slice(0, 2)) ? 'coop' : 'company')
