import { findJobNumbers, type JobNumber } from './commands/job-number.ts'
import type { Line } from './line.ts'
import { normalise } from './normalise/normalise.ts'
import { findIdNumber } from './post/id-number.ts'

/** A line with what surrounds it sorted out. */
export interface Scene {
  readonly text: string
  /** The text with an ID number still in it; only a registration looks here. */
  readonly written: string
  readonly withId: boolean
  /** The job numbers of the text: nearly every reader asks for them. */
  readonly numbers: readonly JobNumber[]
  /** Addressed to the bot: a private chat, or a group line that names it. */
  readonly addressed: boolean
  readonly group: boolean
  readonly role: Line['role']
  /** The job post of the bot right before (or quoted by) this line. */
  readonly card: { readonly jobNo: string | undefined } | undefined
  /** The bot's last words before this line, when nothing came between. */
  readonly prompt: string
  readonly hasContext: boolean
  /** A group line that begins with another person's name: it is for that person. */
  readonly toOther: boolean
}

const BOT_LINE = '[机器人]'
const BOT_NAMES = [
  '机器人',
  '零工助手',
  '零工小助手',
  '小助手',
  '数智零工',
  '零工',
  '小零',
  '将乐零工',
  '零工驿站',
  '助手',
  'bot',
  'linggong',
]

interface Mention {
  readonly text: string
  readonly bot: boolean
  readonly other: boolean
}

const BOT_WORDS = ['零工', '机器人', '助手', '客服', '驿站', '小秘书']

/** @将乐零工小帮手 抢1024: a name nobody told us, but of the kind that bots bear. */
function namedLikeBot(text: string, at: number): Mention | undefined {
  const blank = text.indexOf(' ', at)
  const name = text.slice(at + 1, blank < 0 ? at + 1 : blank)
  if (name === '' || name.length > 12 || !BOT_WORDS.some((word) => name.includes(word))) return undefined
  return { text: `${text.slice(0, at)}${text.slice(blank)}`.trim(), bot: true, other: false }
}

/** @机器人 抢1024: the name goes, the rest stays. @所有人 and other people's names do not address the bot. */
function dropMention(text: string): Mention {
  const at = text.indexOf('@')
  if (at < 0) return { text, bot: false, other: false }
  for (const name of BOT_NAMES) {
    if (!text.startsWith(name, at + 1)) continue
    const end = at + 1 + name.length
    const next = text.charAt(end)
    const glued = next !== '' && next !== ' ' && next !== ',' && next !== ':'
    if (glued && BOT_NAMES.some((other) => other.length > name.length && text.startsWith(other, at + 1))) continue
    return { text: `${text.slice(0, at)}${text.slice(end)}`.trim(), bot: true, other: false }
  }
  return namedLikeBot(text, at) ?? { text, bot: false, other: at === 0 }
}

interface Quote {
  readonly quoted: string
  readonly reply: string
}

/** 「name:text」\n- - - -\nreply, as WeChat writes a quote. */
function splitQuote(text: string): Quote | undefined {
  if (!text.startsWith('「')) return undefined
  const end = text.indexOf('」\n')
  const line = end < 0 ? -1 : text.indexOf('- -', end)
  const reply = line < 0 ? -1 : text.indexOf('\n', line)
  return reply < 0 ? undefined : { quoted: text.slice(1, end), reply: text.slice(reply + 1).trim() }
}

/** How a list of jobs begins: a digit below it chooses one to look at, and 「我来」 means none of them for sure. */
const LIST_BEGINS = '1. 【'

/** A bot line that offers a job: it carries a number in 【】 and says how to grab, or begins with the number. */
function cardOf(words: string): Scene['card'] {
  if (words.includes(LIST_BEGINS)) return undefined
  if (!words.includes('抢') && !words.includes('接单') && !words.includes('报名')) return undefined
  const open = words.indexOf('【')
  const close = words.indexOf('】', open)
  const inside = open >= 0 && close > open ? words.slice(open + 1, close) : ''
  return { jobNo: findJobNumbers(inside)[0]?.jobNo ?? findJobNumbers(words)[0]?.jobNo }
}

/** The last line before this one, without the mark, when it was the bot's. */
function promptOf(context: readonly string[]): string | undefined {
  const written = context.at(-1)
  const last = written === undefined ? '' : normalise(written)
  return last.startsWith(BOT_LINE) ? last.slice(BOT_LINE.length).trim() : undefined
}

/** A text with its job numbers. */
interface Numbered {
  readonly text: string
  readonly numbers: readonly JobNumber[]
}

export function sceneOf({ text, numbers }: Numbered, line: Line): Scene {
  const id = findIdNumber(text)
  const safe = id === undefined ? text : `${text.slice(0, id.start)}${'*'.repeat(id.end - id.start)}${text.slice(id.end)}`
  const quote = splitQuote(safe)
  const mention = dropMention(quote?.reply ?? safe)
  const prompt = promptOf(line.context)
  const group = line.channel === 'group'
  const quotedCard = quote === undefined ? undefined : cardOf(quote.quoted)
  return {
    text: mention.text,
    written: text,
    withId: id !== undefined,
    numbers: mention.text === text ? numbers : findJobNumbers(mention.text),
    addressed: !group || mention.bot,
    group,
    role: line.role,
    card: mention.other ? undefined : (quotedCard ?? (quote === undefined && prompt !== undefined ? cardOf(prompt) : undefined)),
    prompt: prompt ?? '',
    hasContext: line.context.length > 0,
    toOther: group && mention.other,
  }
}
