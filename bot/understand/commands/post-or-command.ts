import type { Intent } from '../intent.ts'
import { isMuchLikePost } from '../learned/like-post.ts'
import type { JobReading } from '../post/draft.ts'
import { type PostSense, sense } from '../post/sense.ts'
import type { Scene } from '../scene.ts'
import type { PhraseHit } from './phrase-index.ts'

/** Weight of a phrase from which on it is certain whatever else stands in the line. */
export const CERTAIN_WEIGHT = 7

/** 我爸摔了腿 田里的活来两个人帮 150一天: whoever counts and pays people is over his fright. */
export function isPaidPost(text: string, readPosts: () => readonly JobReading[]): boolean {
  if (!isMuchLikePost(text)) return false
  const jobs = readPosts()
  const { points, asks } = sense(text, jobs)
  return asks && points >= SO_MANY_POINTS && jobs[0]?.draft.pay !== null
}

/** So many signs of a post that no command stands against them; then none is looked for. */
export const outweighsAll = (scene: Scene, points: number): boolean => points >= (scene.role === 'worker' ? 9 : 7)

/** 头家欠两个人搬柜子 80一人: a word of a command in a line that is a post from end to end. */
export const isSoLikePost = ({ role, text, numbers }: Scene, { points }: PostSense, best: PhraseHit | undefined): boolean =>
  role !== 'worker' &&
  points >= (best !== undefined && SOFT.has(best.intent) ? ENOUGH_POINTS : SO_MANY_POINTS) &&
  numbers.length === 0 &&
  isMuchLikePost(text)

const SO_MANY_POINTS = 6.5
/** Against what posts say too. */
const ENOUGH_POINTS = 5

/** What posts say too: who is skilled, which licence, what is done. */
export const SOFT: ReadonlySet<Intent> = new Set([
  'add_skill',
  'upload_cert',
  'training_enroll',
  'finish_work',
  'confirm_finish',
  'rate',
  'real_name',
  'start_work',
  'insure',
])

/** A worker rarely posts: what he plainly asks for stands against more signs of a post than the same words of an employer. */
export const outweighs = (best: PhraseHit | undefined, scene: Scene, points: number): boolean =>
  best !== undefined &&
  best.weight >= CERTAIN_WEIGHT &&
  (points < (SOFT.has(best.intent) ? 6 : 7) || (scene.role === 'worker' && best.weight >= 9 && points < 9 && !SOFT.has(best.intent)))

/** What the line says of a job outweighs the best phrase in it; what posts say too weighs less, unless a job is named by its number. */
export function isWorthMore(found: PostSense, best: PhraseHit | undefined, { text, numbers }: Scene): boolean {
  if (text.length <= 10 && found.points < 4) return false
  return best === undefined || best.weight - (SOFT.has(best.intent) && numbers.length === 0 ? 2 : 0) < found.points
}
