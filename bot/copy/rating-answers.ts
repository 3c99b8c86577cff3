const NUMERALS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 }
const VERDICTS: Readonly<Record<string, number>> = { 好评: 5, 中评: 3, 差评: 1, 满分: 5, 全五星: 5 }

const COUNTED = /(?:打|给|评)?([1-5一二两三四五])(?:颗|个)?(?:星(?!期)|分(?!钟))/u
const DRAWN = /[⭐★🌟]{1,5}/u
const VERDICT = /(?:打|给)?个?(好评|中评|差评|满分|全五星)/u
const VERBS = /^(?:我)?(?:要|想|来)?(?:给)?(?:评价一下|评价|评分|打分|评一下|评)(?:一下)?(?:老板|雇主|工友)?[:：,，\s]{0,3}/u
const JOB_NUMBER = /(?<!\d)\d{4,8}(?!\d)/u

/** The stars of one word, and what is left of it: 五星好评, 打5分, 差评, ⭐⭐⭐. */
export function readStars(word: string): { readonly stars?: number; readonly rest: string } {
  const counted = COUNTED.exec(word)
  const drawn = DRAWN.exec(word)
  const verdict = VERDICT.exec(word)
  const [sign] = counted?.slice(1) ?? []
  const stars = sign === undefined ? (drawn ? [...drawn[0]].length : VERDICTS[verdict?.[1] ?? '']) : (NUMERALS[sign] ?? Number(sign))
  if (stars === undefined) return { rest: word }
  const rest = [COUNTED, DRAWN, VERDICT].reduce((left, said) => left.replace(said, ''), word)
  return { stars, rest: rest.replace(/^(?:给|打|评)|一个$/u, '') }
}

/** What is said besides that it is a rating, and of which job. */
export const withoutRatingVerbs = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(JOB_NUMBER, ' ')
    .trim()
    .replace(VERBS, '')
    .replace(/^(?:给|打)(?=\p{sc=Han})/u, '')
    .trim()

/** The answer to 「几颗星」: 4, 四, 4颗星, 好评. undefined: it is none. */
export function readStarsAnswer(text: string): number | undefined {
  const said = text.normalize('NFKC').trim()
  const bare = /^[1-5一二两三四五]$/u.test(said) ? `${said}星` : said
  return [...said].length > 8 ? undefined : readStars(bare).stars
}

/** 差评 拖欠工钱: whoever begins so rates, whatever comes behind it. */
export const beginsRating = (text: string): boolean => /^(?:差评|好评|中评)(?:$|[\s,，:：])/u.test(text.normalize('NFKC').trim())
