/** What the bot offers to be answered: 「发」, 回1, 回"确认". */
const QUOTED = /[「“"]([^「」“”"\n]{1,10})[」”"]/g
const NUMBERED = /回复?\s?([0-9])/g
/** A chip with a gap in it would be sent with the gap. */
const GAP = /[…×*_]|\.\.|数字|编号|姓名|名字/
const MOST = 5

/** Short answers that a message of the bot suggests, in the order of the text, each once. */
export function quickReplies(text: string): string[] {
  const found = [...text.matchAll(QUOTED), ...text.matchAll(NUMBERED)].toSorted((a, b) => a.index - b.index)
  const replies = found.map((match) => (match[1] ?? '').trim()).filter((reply) => reply !== '' && !GAP.test(reply))
  return [...new Set(replies)].slice(0, MOST)
}
