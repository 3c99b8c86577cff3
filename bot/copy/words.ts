import type { PostField, Verb } from '../dialogue/session.ts'
import type { FindingKind } from '../understand/understanding.ts'

export const ASK_FIELD: Readonly<Record<PostField, string>> = {
  trade: '干什么活？比如：搬运、摘橙子、打扫。',
  headcount: '要几个人？说个准数。',
  pay: '工钱多少？比如：一天180，或一个人100。',
  start: '哪天几点开工？比如：明天早上7点。',
  hours: '一天干几个小时？最多12个。',
  place: '在哪里干？说清楚地点。',
}

/** Why something is asked although something was said about it. */
export const WHY_ASKED = {
  'pay-negotiable': '不能写面议，必须写明工钱。',
  'ambiguous-pay': '工钱要说准数。',
  'ambiguous-headcount': '人数要说准数。',
  'past-time': '这个时间已经过了。',
  'pay-by-piece': '按件、按月的要先说个保底：一个人一天多少钱？',
  'too-many-people': '一单最多招500人。',
} as const
export type WhyAsked = keyof typeof WHY_ASKED

/** What can be done instead when no job fits a command. */
export const INSTEAD: Readonly<Record<Verb, string>> = {
  take: '没有能抢的活。回「找活」看看。',
  undo: '没有能撤销的单。回「我的单」看看。',
  handBack: '你没有能退的单。回「我的单」看看。',
  start: '你没有等开工的单。开了工的，干完回「收工」。',
  finish: '你没有在干的活。没开工的先回「开工」加4位码。',
  confirm: '还没有工友收工，等他们收工再确认。',
  pay: '现在没有要付的钱。没收工的活，等收工再付。',
  partDay: '你没有在干的活。没开工就回「退单」，招人的回「撤单」。',
  overtime: '没有在干的活，加不了班。',
  cash: '没有等着付钱的活。等工友收工再付。',
  agree: '现在没有等你回话的工钱。',
  decline: '现在没有等你回话的工钱。',
  insure: '没有要买保险的活。招人回「发活」。',
  cancel: '你没有能撤的活。回「我的单」看看。',
  rate: '没有要评的活，结清后72小时里能评。工钱没给回「人工」。',
  see: '没有单。回「找活」看看。',
}

/** A post without fault: behind it a note is read as what it would become a part of. */
export const SOME_POST = '发活 明天早上8点 搬家 1个人 一天200 古镛镇'

export type NotedFinding = Extract<FindingKind, 'sex-limit' | 'age-limit' | 'deposit' | 'fee' | 'fraud' | 'under-age'>

export const FINDING_NOTE: Readonly<Record<NotedFinding, string>> = {
  'sex-limit': '不能限男女，没写上。可说「要搬30公斤重物」。',
  'age-limit': '不能限年龄，没写上。可说活有多重。',
  deposit: '不能收押金，这个活不能发。去掉押金再发一遍。',
  fee: '不能收服装费、报名费，这个活不能发。去掉再发一遍。',
  fraud: '这种不是正经活，不能发。有疑问回「人工」。',
  'under-age': '不能招没满16岁的，这个活不能发。',
}
