import type { PostField } from '../dialogue/session.ts'
import type { FindingKind } from '../understand/understanding.ts'

export const ASK_FIELD: Readonly<Record<PostField, string>> = {
  trade: '干什么活？比如：搬运、摘橙子、打扫。',
  headcount: '要几个人？说个准数。',
  pay: '工钱多少？比如：一天180，或一个人100。',
  start: '哪天几点开工？比如：明天早上7点。',
  hours: '一天干几个小时？',
  place: '在哪里干？说清楚地点。',
}

/** Commands that may need to ask which job is meant. */
export const VERBS = {
  take: '抢',
  undo: '撤销',
  handBack: '退单',
  start: '开工',
  finish: '收工',
  confirm: '确认完工',
  insure: '买保险',
  cancel: '撤单',
  see: '看',
} as const

export type NotedFinding = Extract<FindingKind, 'sex-limit' | 'age-limit' | 'deposit' | 'fee' | 'fraud' | 'under-age' | 'pay-negotiable'>

export const FINDING_NOTE: Readonly<Record<NotedFinding, string>> = {
  'sex-limit': '不能限男女，已去掉。可写「要搬30公斤重物」。',
  'age-limit': '不能限年龄，已去掉。可写活有多重。',
  deposit: '不能收押金，这个活不能发。',
  fee: '不能收服装费、报名费，这个活不能发。',
  fraud: '这种不是正经活，不能发。有疑问回「人工」。',
  'under-age': '不能招没满16岁的，这个活不能发。',
  'pay-negotiable': '不能写面议，必须写明工钱。',
}
