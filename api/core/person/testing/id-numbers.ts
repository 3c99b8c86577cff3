import { checkDigit } from '../id-number.ts'

/** A made-up number with the right check digit; `birth` as 19800101. */
export function anIdNumber(birth: string, { region = '350428', sequence = 1 } = {}): string {
  const first17 = `${region}${birth}${String(sequence).padStart(3, '0')}`
  return first17 + checkDigit(first17)
}
