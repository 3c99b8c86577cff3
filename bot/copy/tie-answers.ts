const VERBS = [
  ...['取消拉黑', '解除拉黑', '不拉黑', '取消屏蔽', '解除屏蔽', '移出黑名单', '拉黑名单', '拉黑', '屏蔽', '取消常用工', '取消常用'],
  ...['不常用了', '设为常用工', '设成常用工', '加为常用工', '加到常用工', '设为常用', '设成常用', '加为常用', '加成常用', '加常用工'],
  ...[
    '常用工人',
    '常用工',
    '常用师傅',
    '常用',
    '以后不要',
    '再也不要',
    '不想再见',
    '从黑名单',
    '黑名单',
    '放出来',
    '去掉',
    '移出',
    '这个老板',
    '那个老板',
  ],
]
const AROUND = /^(?:我要|我想|把|给|请|的|了|吧|工友|老板|师傅|：|:|，|,|\s)+|(?:的老板|老板|的|了|吧|师傅|\s)+$/gu
const JOB_NUMBER = /(?<!\d)\d{4,8}(?!\d)/u
const NOBODY_NAMED = ['他', '她', '这个人', '那个人', '他们']

/** Whose name stands in 拉黑老王, 把老李设为常用工; undefined: nobody is named. */
export function readNamed(text: string): string | undefined {
  const said = VERBS.reduce((left, verb) => left.replace(verb, ' '), text.normalize('NFKC').replace(JOB_NUMBER, ' ').trim())
  const name = said.replace(AROUND, '').replace(AROUND, '').trim()
  return name === '' || NOBODY_NAMED.includes(name) || !/^\p{sc=Han}{1,6}$/u.test(name) ? undefined : name
}
