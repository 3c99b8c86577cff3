import type { Intent } from '../intent.ts'
import type { PostTools } from '../post/draft.ts'
import type { Scene } from '../scene.ts'
import { hasSign, signs } from '../words/signs.ts'
import { compose } from './compose.ts'
import { findPhrases, keepHeavier, type PhraseHit } from './phrase-index.ts'

const ENDINGS = '咯喽啦啰嘞囖'
const ENDING_SIGNS = signs(ENDINGS)

/** 上班咯, 到喽, 做完啦 all say 了. */
export function plainEndings(text: string): string {
  if (!hasSign(ENDING_SIGNS, text)) return text
  let out = text
  for (const ending of ENDINGS) out = out.replaceAll(ending, '了')
  return out
}

/** The best command in a line; `bare` is the line without its job numbers. */
export function bestIn(plain: string, bare: string, { scene, tools }: { scene: Scene; tools: PostTools }): PhraseHit | undefined {
  const { numbers, role } = scene
  return bestOf(
    merged(findPhrases(bare, role), () => compose({ text: plain, numbers, role }, tools), bare.length),
    scene,
  )
}

/** Of each intent the weightier finding, all in order of their weight; a phrase that is the whole line needs no help. */
function merged(phrases: readonly PhraseHit[], further: () => readonly PhraseHit[], length: number): readonly PhraseHit[] {
  const said = phrases.length === 0 ? undefined : phrases[0]
  if (said?.words.length === length && said.weight >= length) return phrases
  const composed = further()
  if (composed.length === 0) return phrases
  const best = [...phrases]
  for (const hit of composed) keepHeavier(best, hit)
  return best.sort((left, right) => right.weight - left.weight)
}

/** Nobody names a job's number when he asks for any job. */
const UNNUMBERED: ReadonlySet<Intent> = new Set(['seek_job', 'list_jobs', 'next_page'])

function bestOf(phrases: readonly PhraseHit[], scene: Scene): PhraseHit | undefined {
  const [first, second] = phrases
  if (first === undefined) return undefined
  const numbered = scene.numbers.length > 0
  if (first.intent === 'list_jobs' && second?.intent === 'seek_job' && second.weight === first.weight) return first
  if (numbered && UNNUMBERED.has(first.intent))
    return phrases.find((hit) => !UNNUMBERED.has(hit.intent)) ?? { ...first, intent: 'job_detail' }
  return first
}
