import type { Span } from '../time/reading.ts'
import { type Condition, conditionWords } from '../words/condition-words.ts'
import { isAt, signs } from '../words/signs.ts'
import { createTrie, longestAt } from '../words/trie.ts'

type Slot = 'certs' | 'perks' | 'insurance'

export interface Conditions {
  readonly certs: readonly string[]
  readonly perks: readonly string[]
  readonly insurance: boolean | null
  readonly spans: readonly Span[]
  readonly said: readonly { readonly slot: Slot; readonly span: Span }[]
}

const TRIE = createTrie(conditionWords())

const LATIN = signs('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** c1 inside abc12 is no licence. */
const standsInWord = (text: string, start: number, end: number): boolean =>
  (isAt(LATIN, text, start) && isAt(LATIN, text, start - 1)) || (isAt(LATIN, text, end - 1) && isAt(LATIN, text, end))

const DENIALS = '不 没 无 不要 不用 没有 不需 无需 不需要 不用有 不一定要 不要求'.split(' ')
const DENIAL_ENDS = signs('不没无要用有需求')

const isDenied = (text: string, start: number): boolean =>
  isAt(DENIAL_ENDS, text, start - 1) && DENIALS.some((word) => text.endsWith(word, start))

/** Which licence a work needs, the first that is spoken of. */
const CERTS_BY_WORK: readonly (readonly [string, readonly string[]])[] = [
  ['挖机证', ['挖机', '挖掘机', '勾机', '钩机']],
  ['叉车证', ['叉车']],
  ['架子工证', ['架子工', '搭架']],
  ['救生员证', ['救生']],
  ['高压电工证', ['高压']],
]

const HIGH_WORKS = ['高空', '外墙', '登高']

/** 有操作证 names the licence of the machine or the trade that is spoken of. */
function specialCert(text: string, licence: string | null): string | null {
  const named = CERTS_BY_WORK.find(([, words]) => words.some((word) => text.includes(word)))
  if (named !== undefined) return named[0]
  if (licence === null && HIGH_WORKS.some((word) => text.includes(word))) return '高处作业证'
  if (text.includes('月嫂')) return '月嫂证'
  return licence === '健康证' ? null : licence
}

interface Reading {
  readonly text: string
  readonly licence: string | null
  readonly certs: string[]
  readonly perks: string[]
  insurance: boolean | null
  /** Undefined until a licence without a name is asked for: the whole text says which one it is. */
  special: string | null | undefined
}

function addCert(reading: Reading, named: string | undefined): Slot | undefined {
  if (named === undefined && reading.special === undefined) reading.special = specialCert(reading.text, reading.licence)
  const cert = named ?? reading.special ?? null
  if (cert === null || reading.certs.includes(cert)) return undefined
  reading.certs.push(cert)
  return 'certs'
}

/** Takes up what a word at `at` says; the slot it speaks for, if any. */
function apply(reading: Reading, condition: Condition, at: number): Slot | undefined {
  if (condition.kind === 'nothing') return undefined
  const denied = isDenied(reading.text, at)
  if (condition.kind === 'insurance') {
    reading.insurance ??= condition.value && !denied
    return 'insurance'
  }
  if (denied) return undefined
  if (condition.kind !== 'perk') return addCert(reading, condition.kind === 'cert' ? condition.value : undefined)
  for (const value of condition.values) if (!reading.perks.includes(value)) reading.perks.push(value)
  return 'perks'
}

export function readConditions(text: string, licence: string | null): Conditions {
  const reading: Reading = { text, licence, certs: [], perks: [], insurance: null, special: undefined }
  const spans: Span[] = []
  const said: { slot: Slot; span: Span }[] = []
  let at = 0
  while (at < text.length) {
    const hit = longestAt(TRIE, text, at)
    if (hit === undefined || standsInWord(text, at, hit.end)) {
      at += 1
      continue
    }
    const span = { start: at, end: hit.end }
    const slot = apply(reading, hit.word, at)
    if (slot !== undefined) said.push({ slot, span })
    spans.push(span)
    at = hit.end
  }
  const { certs, perks, insurance } = reading
  return { certs, perks, insurance, spans, said }
}
