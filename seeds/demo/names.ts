import type { Chance } from './chance.ts'

/** As they are heard in the hills of north-west Fujian; the frequent ones stand first and twice. */
const SURNAMES = [...'廖肖邱余汤伍揭黄陈张林李吴杨王谢罗曾范游', ...'廖肖邱余汤伍揭黄陈张林李吴杨', ...'叶官童童冯严孙郑许江温朱梁赖池危']

/** Given names of those who were born before and after about 1985. */
const OF_MEN = {
  older: ['建国永福金水木根大德长有天文明土', '生根旺发福明贵华林清辉良兴财平荣'],
  younger: ['志俊伟文晓浩家宇', '强鹏杰斌辉龙军涛'],
}
const OF_WOMEN = { older: ['秀桂丽玉美春兰金月素水银', '英香珍花兰娥莲凤妹梅琴云'], younger: ['晓丽雅小婷思佳雪', '燕玲敏芳静娟红萍'] }

const EARLIEST_YOUNG_YEAR = 1985

/** A name that many could have and that is nobody's. */
export function inventName(chance: Chance, { isWoman, bornIn }: { isWoman: boolean; bornIn: number }): string {
  const names = isWoman ? OF_WOMEN : OF_MEN
  const syllables = bornIn < EARLIEST_YOUNG_YEAR ? names.older : names.younger
  return [chance.pick(SURNAMES), ...syllables.map((characters) => chance.pick([...characters]))].join('')
}
