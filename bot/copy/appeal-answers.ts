import type { AppealWhy } from '@linggong/api/core/penalty/penalty.ts'

/** In the order they are offered in. */
const OFFERED: readonly AppealWhy[] = ['weather', 'illness', 'accident', 'other']
const WORDS: readonly (readonly [AppealWhy, readonly string[]])[] = [
  ['accident', ['受伤', '车祸', '摔', '出事', '意外']],
  ['illness', ['病', '发烧', '住院', '看医生', '不舒服']],
  ['weather', ['下雨', '大雨', '台风', '天气', '发水', '涨水', '大雪']],
  ['other', ['别的', '其他', '其它', '家里', '没有的事', '不是我']],
]

/** Why it was not his fault, by the number offered or in his own words. undefined: it is no answer. */
export function readWhy(text: string): AppealWhy | undefined {
  const said = text.normalize('NFKC').trim()
  const option = '1234'.indexOf(said.replace(/^[一二三四]$/u, (sign) => String('一二三四'.indexOf(sign) + 1)))
  if (said.length === 1 && option >= 0) return OFFERED[option]
  return WORDS.find(([, words]) => words.some((word) => said.includes(word)))?.[0]
}
