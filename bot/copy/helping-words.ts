import { LIMIT } from '@linggong/api/core/limit.ts'

/** Who is meant by 爸 and the like: the words one calls one's own by, the longest first. */
const KIN = [
  '爸爸',
  '妈妈',
  '爷爷',
  '奶奶',
  '外公',
  '外婆',
  '公公',
  '婆婆',
  '岳父',
  '岳母',
  '老爸',
  '老妈',
  '爸',
  '妈',
  '叔',
  '伯',
  '舅',
  '姑',
  '姨',
  '哥',
  '姐',
  '嫂',
]
const VAGUE = ['家人', '他', '她', '老人', '家里人']
const FOR = /^(?:帮|替)(?:我的?|咱)?/u
const CODE = /^(?:我?要?帮|替)(?:我的?)?([\p{sc=Han}]{1,6}?)(?:办事)?[:,，是\s]{0,3}(?:码[:,，是\s]{0,3})?(\d{6,8})$/u
const SWITCH = /^(?:现在|下面|以下|接下来)(?:开始)?(?:帮|替)(?:我的?)?([\p{sc=Han}]{1,6}?)(?:办事|操作|弄)?$/u
const STOP = /^(?:以后)?不(?:再)?(?:帮|替)(?:我的?)?([\p{sc=Han}]{1,6}?)(?:办事)?了?$/u

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!,~]{1,5}$/u, '')

/** 帮我爸 12345678: the code, and what he calls him; 家人 alone says nothing of that. */
export function readHelperCode(text: string): { readonly code: string; readonly called: string } | undefined {
  const [, said = '', code] = CODE.exec(plain(text)) ?? []
  return code === undefined ? undefined : { code, called: VAGUE.includes(said) ? '长辈' : said }
}

/** The digits alone, where nothing else can be meant by them: 帮我爸抢10244411 names a job. */
export function readSecretOfHelper(text: string): string | undefined {
  const said = readHelperCode(text)
  return said !== undefined && said.code.length === LIMIT.bindingCodeDigits && !/[抢接看退]/u.test(said.called) ? said.code : undefined
}

/** 现在帮老李: from now on. */
export const readSwitch = (text: string): string | undefined => SWITCH.exec(plain(text))?.[1]

/** 不帮老李了: no more. 不帮了 only goes back to oneself. */
export function readStop(text: string): string | 'self' | undefined {
  if (BACK.includes(plain(text))) return 'self'
  return STOP.exec(plain(text))?.[1]
}
const BACK = ['不帮了', '帮自己', '办自己的', '换回自己', '现在帮自己', '我自己', '帮我自己']

export interface Called {
  readonly person: string
  readonly called: string
}

export interface ForWhom {
  /** Who was named; several, or none of them, where it is not clear. */
  readonly whom: readonly Called[]
  /** What is to be done for him. */
  readonly rest: string
}

/** 爸 and 爸爸 are one. */
const isSame = ({ called }: Called, word: string): boolean =>
  called === word || called === `${word}${word}` || `${called}${called}` === word

/**
 * 帮爸抢10244, 替老李抢10244: for whom, and what. Undefined where the line is about nobody else. A word for one's own that is none of those one
 * helps, or a vague one, may be any of them.
 */
export function readForWhom(text: string, elders: readonly Called[]): ForWhom | undefined {
  const said = plain(text)
  const [begin] = FOR.exec(said) ?? []
  if (begin === undefined) return undefined
  const behind = said.slice(begin.length)
  const words = [...elders.map(({ called }) => called), ...VAGUE, ...KIN].filter((one) => behind.startsWith(one))
  const [word] = words.toSorted((one, other) => other.length - one.length)
  if (word === undefined) return undefined
  return { whom: elders.filter((one) => isSame(one, word)), rest: behind.slice(word.length).trim() }
}

/** 给我爸注册, 帮老妈登记: somebody of his own is to be registered. */
export function registersElder(text: string): boolean {
  const said = plain(text).replace(/^(?:我?要?)?(?:给|帮|替)(?:我的?)?/u, '')
  const kin = KIN.find((word) => said.startsWith(word))
  return kin !== undefined && said !== plain(text) && /^(?:注册|登记)/u.test(said.slice(kin.length))
}

/** Whether a line may be about somebody else at all, before anybody is asked whom there is. */
export const mayBeForOther = (text: string): boolean => FOR.test(plain(text))
