import type { Intent } from './intent.ts'
import type { Lexicon } from './lexicon.ts'
import type { Line } from './line.ts'
import { READ_CHARACTERS } from './line.ts'
import type { Slots, Understanding } from './understanding.ts'

const WORDS: readonly (readonly [Intent, readonly string[]])[] = [
  ['emergency', ['受伤了', '救命', '摔了', '手被压了']],
  ['undo', ['撤销']],
  ['cancel_grab', ['退单', '去不了', '不去了']],
  ['cancel_job', ['撤单']],
  ['confirm_finish', ['确认完工']],
  ['confirm', ['确认', '对', '好']],
  ['publish', ['发']],
  ['waitlist', ['候补']],
  ['next_page', ['更多', '下一页']],
  ['my_orders', ['我的单']],
  ['my_profile', ['我的信息']],
  ['start_work', ['开工']],
  ['finish_work', ['收工']],
  ['wallet', ['钱包', '我的钱']],
  ['insure', ['买保险']],
  ['help', ['帮助', '怎么用', '?']],
  ['human_agent', ['人工']],
  ['register', ['注册']],
  ['list_jobs', ['找活', '有啥活']],
  ['job_detail', ['看']],
  ['grab', ['抢', '接']],
]

function slotsOf(intent: Intent, text: string): Slots {
  const digits = /\d{4,8}/.exec(text)?.[0]
  if (digits === undefined) return {}
  return intent === 'start_work' ? { code: digits, jobNo: digits } : { jobNo: digits }
}

export function createUnderstand(_lexicon: Lexicon): (line: Line) => Understanding {
  return (line) => {
    const text = line.text.slice(0, READ_CHARACTERS).normalize('NFKC').trim()
    const intent = WORDS.find(([, words]) =>
      words.some((word) => text === word || (word.length > 0 && text.startsWith(word) && /\d$/.test(text))),
    )?.[0]
    const found: Intent = intent ?? (line.channel === 'group' ? 'none' : 'help')
    return { intent: found, slots: slotsOf(found, text), jobs: [], findings: [], missing: [], warnings: [], explain: [] }
  }
}
