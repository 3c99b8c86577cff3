import type { Span } from '../time/reading.ts'
import { type Condition, conditionWords } from '../words/condition-words.ts'
import { createTrie, longestAt } from '../words/trie.ts'

export interface Conditions {
  readonly certs: readonly string[]
  readonly perks: readonly string[]
  readonly insurance: boolean | null
  readonly spans: readonly Span[]
  readonly said: readonly { readonly slot: 'certs' | 'perks' | 'insurance'; readonly span: Span }[]
}

const TRIE = createTrie(conditionWords())

const isLetterOrDigit = (sign: string): boolean =>
  (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9')

/** c1 inside abc12 is no licence. */
function standsInWord(text: string, start: number, end: number): boolean {
  return (
    (isLetterOrDigit(text.charAt(start)) && isLetterOrDigit(text.charAt(start - 1))) ||
    (isLetterOrDigit(text.charAt(end - 1)) && isLetterOrDigit(text.charAt(end)))
  )
}

const isDenied = (text: string, start: number): boolean =>
  ['不', '没', '无', '不要', '不用', '没有', '不需', '无需', '不需要', '不用有', '不一定要', '不要求'].some((word) =>
    text.endsWith(word, start),
  )

/** 有操作证 names the licence of the machine or the trade that is spoken of. */
function specialCert(text: string, licence: string | null): string | null {
  if (text.includes('挖机') || text.includes('挖掘机') || text.includes('勾机') || text.includes('钩机')) return '挖机证'
  if (text.includes('叉车')) return '叉车证'
  if (text.includes('架子工') || text.includes('搭架')) return '架子工证'
  if (text.includes('救生')) return '救生员证'
  if (text.includes('高压')) return '高压电工证'
  if (licence === null && (text.includes('高空') || text.includes('外墙') || text.includes('登高'))) return '高处作业证'
  if (text.includes('月嫂')) return '月嫂证'
  return licence === '健康证' ? null : licence
}

export function readConditions(text: string, licence: string | null): Conditions {
  const certs: string[] = []
  const perks: string[] = []
  let insurance: boolean | null = null
  const spans: Span[] = []
  const said: { slot: 'certs' | 'perks' | 'insurance'; span: Span }[] = []
  let at = 0
  while (at < text.length) {
    const hit = longestAt(TRIE, text, at)
    if (hit === undefined || standsInWord(text, at, hit.end)) {
      at += 1
      continue
    }
    const span = { start: at, end: hit.end }
    const slot = apply(hit.word)
    if (slot !== undefined) said.push({ slot, span })
    spans.push(span)
    at = hit.end
  }
  return { certs, perks, insurance, spans, said }

  function apply(condition: Condition): 'certs' | 'perks' | 'insurance' | undefined {
    if (condition.kind === 'nothing') return undefined
    if (condition.kind === 'insurance') {
      insurance ??= condition.value && isDenied(text, at) ? false : condition.value
      return 'insurance'
    }
    if (isDenied(text, at)) return undefined
    if (condition.kind === 'perk') {
      for (const value of condition.values) if (!perks.includes(value)) perks.push(value)
      return 'perks'
    }
    const cert = condition.kind === 'cert' ? condition.value : specialCert(text, licence)
    if (cert === null || certs.includes(cert)) return undefined
    certs.push(cert)
    return 'certs'
  }
}
