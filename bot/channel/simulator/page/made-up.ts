const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** What the bot asks of whoever registers, and something to answer: nobody here is real, and nobody should have to give his own number. */
export function madeUpAnswers(text: string, name: string, chance: () => number = Math.random): string[] {
  if (/叫什么名字|姓名没看懂/.test(text)) return [name]
  if (/身份证号(?:是多少|好像)/.test(text)) return [madeUpIdNumber(chance)]
  return /手机号(?:是多少|不对)/.test(text) ? [`199${digits(chance, 8)}`] : []
}

/** Somebody of working age from the county whom nobody has met, with the right last digit. */
function madeUpIdNumber(chance: () => number): string {
  const between = (least: number, most: number) => String(least + Math.floor(chance() * (most - least + 1))).padStart(2, '0')
  const first17 = `350428${between(1970, 2000)}${between(1, 12)}${between(1, 28)}98${digits(chance, 1)}`
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return first17 + (CHECK_DIGITS[sum % 11] ?? '')
}

const digits = (chance: () => number, count: number): string => Array.from({ length: count }, () => Math.floor(chance() * 10)).join('')
