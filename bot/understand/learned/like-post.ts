import type { JobReading } from '../post/draft.ts'
import type { PostSense } from '../post/sense.ts'
import { postShape } from './post-model.ts'

/** How much of a post's shape a line must have that no rule knows, and one that some of its words speak against. */
const LIKE_A_POST = 6
const DOUBTED = 8

const NEVER_A_POST = ['leisure', 'invites', 'costs', 'deal', 'outage', 'seeks', 'seeker', 'cancelled', 'closing'] as const

/** So many parts of a job must have been read. */
const LEAST_PARTS = 2

/** Some of a job was read, and nothing says that it is none. */
function mayBePost({ against }: PostSense, [first]: readonly JobReading[]): boolean {
  if (first === undefined || NEVER_A_POST.some((kind) => against.has(kind))) return false
  const { pay, headcount, start, place, perks } = first.draft
  const parts = [pay !== null, headcount !== null, start !== null, place !== null, perks.length > 0, first.trades.length > 0]
  return parts.filter(Boolean).length >= LEAST_PARTS
}

/** Whether a line that no rule knows is a post all the same; its card will show how it was read. */
export const isLikePost = (text: string, found: PostSense, jobs: readonly JobReading[]): boolean =>
  mayBePost(found, jobs) && postShape(text) > (found.against.size > 0 ? DOUBTED : LIKE_A_POST)

/** Below this hardly any post is, whatever the rules make of its words. */
const UNLIKE_A_POST = 2

/** 今天在常口摘橙子的兄弟把我水壶拿错了: a few words of work in a line that has no shape of a post. */
export const isUnlikePost = (text: string): boolean => postShape(text) < UNLIKE_A_POST

/** Hardly a line has so much of the shape that is none. */
const MUCH_LIKE_A_POST = 7

export const isMuchLikePost = (text: string): boolean => postShape(text) >= MUCH_LIKE_A_POST
