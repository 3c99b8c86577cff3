const ANSWERS = {
  agree: ['同意', '我同意', '确认', '确定', '是', '是的', '对', '对的', '好', '好的', '可以', '行', '没错', '嗯', 'ok', '👌'],
  again: ['重来', '重新来', '不对', '错了', '重填'],
  help: ['帮助', '帮忙', '怎么用', '菜单', '功能', '看不懂', '不会用', '怎么弄', '?', '??', '0', 'help'],
  greeting: ['你好', '您好', '在吗', '在不在', '有人吗', '有人冇', 'hi', 'hello', '早', '早上好', '下午好', '晚上好'],
  drop: ['算了', '不要了', '取消', '不发了', '不登记了', '不注册了', '不用了', '不了', '退出', '否', '不'],
} as const

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[。.!!,,~\s]+$/u, '')

/** Whether a whole line is one of the set answers to the bot's own question. */
export const isAnswer = (kind: keyof typeof ANSWERS, text: string): boolean => (ANSWERS[kind] as readonly string[]).includes(plain(text))

/** 1 or 2 as the two roles were offered. */
export function readRole(text: string): 'worker' | 'employer' | undefined {
  const said = plain(text)
  if (said === '1' || said.includes('找活') || said.includes('找事') || said.includes('干活')) return 'worker'
  return said === '2' || said.includes('招人') || said.includes('找人') ? 'employer' : undefined
}
