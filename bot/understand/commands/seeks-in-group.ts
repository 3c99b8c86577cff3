const ASKS_WHERE = ['哪里要', '哪里招', '哪里缺', '哪家要', '谁家要', '哪个工地要']
const CALLS_ME = ['喊我', '叫我', '找我', '联系我', '通知我']

/** Whether a line of a group asks for work at all: 有没有搬运的活, 哪里要洗碗的, 有木工活喊我. */
export const isSeeking = (text: string): boolean =>
  (text.includes('活') && (CALLS_ME.some((words) => text.endsWith(words)) || text.endsWith('有没有'))) ||
  ASKS_WHERE.some((words) => text.startsWith(words)) ||
  text.startsWith('有没有') ||
  text.startsWith('有冇') ||
  (text.startsWith('有') && '吗没冇么不?'.includes(text.at(-1) ?? ' ')) ||
  text.startsWith('哪里有')
