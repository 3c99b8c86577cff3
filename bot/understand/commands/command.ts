import type { Intent } from '../intent.ts'
import { isLikePost, isUnlikePost } from '../learned/like-post.ts'
import type { JobReading, PostTools } from '../post/draft.ts'
import { notPost, POST_POINTS, type PostSense, SURE_POST_POINTS, sense } from '../post/sense.ts'
import type { Scene } from '../scene.ts'
import type { Slots } from '../understanding.ts'
import { isAnswer, readAnswer } from './answer.ts'
import { bestIn, plainEndings } from './best-phrase.ts'
import { isEmergency } from './emergency.ts'
import { readGrab } from './grab.ts'
import type { JobNumber } from './job-number.ts'
import { isWishForPay } from './least-pay.ts'
import { findPhrases, type PhraseHit } from './phrase-index.ts'
import { CERTAIN_WEIGHT, isPaidPost, isSoLikePost, isWorthMore, outweighs, outweighsAll, SOFT } from './post-or-command.ts'
import { isSeeking } from './seeks-in-group.ts'
import { slotsFor } from './slots-for.ts'

export interface Decision {
  readonly intent: Intent
  readonly slots: Slots
  readonly jobs: readonly JobReading[]
  readonly words: string
}

type ReadPosts = () => readonly JobReading[]

const NOTHING: Decision = { intent: 'none', slots: {}, jobs: [], words: '' }

const decide = (intent: Intent, words: string, slots: Slots = {}): Decision => ({ intent, slots, jobs: [], words })

/** The whole decision tree: danger first, then what is certain, then posts, then looser words. */
export function readCommand(scene: Scene, tools: PostTools, readPosts: ReadPosts): Decision {
  if (scene.addressed && isEmergency(scene.text) && !isPaidPost(scene.text, readPosts)) return decide('emergency', scene.text)
  if (scene.toOther) return NOTHING
  const grab = grabIn(scene)
  if (grab !== undefined) return grab
  return scene.addressed ? privateLine(scene, tools, readPosts) : groupLine(scene, tools, readPosts)
}

/** A grab or its refusal; in a group only beside a job number, a job post of the bot, or as the bare word of a known worker. */
function grabIn(scene: Scene): Decision | undefined {
  const found = readGrab(scene.text, scene.numbers)
  if (found === undefined) return grabByDigit(scene)
  const { jobNos } = found
  if (found.kind === 'hand-back') {
    if (jobNos.length === 0 && scene.card === undefined && scene.group)
      return scene.text === '撤销' ? decide('undo', scene.text) : undefined
    if (jobNos.length === 0 && !scene.group) return undefined
    if (scene.role === 'employer') return undefined
    return decide('cancel_grab', scene.text, numbersOf(jobNos, scene))
  }
  const anchored = jobNos.length > 0 || scene.card !== undefined
  if (!anchored && !isBareWish(scene)) return undefined
  if (jobNos.length > 0 && !found.said && found.count === undefined) return undefined
  const slots: Slots = { ...numbersOf(jobNos, scene) }
  if (found.count !== undefined) slots.count = found.count
  if (found.note !== undefined) slots.note = found.note
  return decide('grab', scene.text, slots)
}

const DIGITS = '123456789'
const ONLY_ME: ReadonlySet<string> = new Set([
  '强',
  '我',
  '我!',
  '我!!',
  '我!!!',
  '我我',
  '我啊',
  '我呀',
  '我 男',
  '我 女',
  '我男的',
  '我女的',
])

/** A lone digit under a card: so many come. */
function grabByDigit(scene: Scene): Decision | undefined {
  if (scene.card !== undefined && ONLY_ME.has(scene.text)) return decide('grab', scene.text, cardNumber(scene))
  const count = scene.text.length === 1 ? (scene.text === '一' ? 1 : DIGITS.indexOf(scene.text) + 1) : 0
  return scene.card !== undefined && count > 0 ? decide('grab', scene.text, { count, ...cardNumber(scene) }) : undefined
}

const BARE_WISHES = ['抢', '抢单', '接单', '我抢', '我接单', '我来', '我要抢单', '我要接单']

/** 抢 without any number: in private, or from a worker who opens the talk with it. The bot asks which job. */
const isBareWish = (scene: Scene): boolean =>
  BARE_WISHES.includes(scene.text) && (!scene.group || (scene.role === 'worker' && !scene.hasContext))

const cardNumber = (scene: Scene): Slots => (scene.card?.jobNo === undefined ? {} : { jobNo: scene.card.jobNo })

function numbersOf(jobNos: readonly string[], scene: Scene): Slots {
  const [first] = jobNos
  if (first === undefined) return cardNumber(scene)
  return jobNos.length === 1 ? { jobNo: first } : { jobNo: first, jobNos }
}

/** Whoever says more in a group talks to people. */
const LONGEST_GROUP_COMMAND = 16
const LONGEST_GROUP_QUESTION = 14

function groupLine(scene: Scene, tools: PostTools, readPosts: ReadPosts): Decision {
  const { text } = scene
  if (text === '撤销') return decide('undo', text)
  if (text.length < 4 || text.startsWith('@')) return NOTHING
  const phrases = text.length <= LONGEST_GROUP_COMMAND ? findPhrases(withoutNumbers(text, scene.numbers), scene.role) : []
  const detail = phrases.find((hit) => hit.intent === 'job_detail')
  const [number, another] = scene.numbers
  if (detail !== undefined && number !== undefined && another === undefined && text.length <= LONGEST_GROUP_QUESTION)
    return decide('job_detail', detail.words, { jobNo: number.jobNo })
  if (scene.role === 'worker' && phrases.some((hit) => hit.intent === 'list_jobs')) {
    const slots = slotsFor('list_jobs', scene, tools)
    if (slots.place !== undefined) return decide('list_jobs', text, slots)
  }
  const seek = phrases.find((hit) => hit.intent === 'seek_job')
  if (seek !== undefined && isSeeking(text)) {
    const slots = slotsFor('seek_job', scene, tools)
    if (slots.trade !== undefined) return decide('seek_job', seek.words, slots)
  }
  return isUnlikePost(text) ? NOTHING : (postIn(readPosts(), scene, SURE_POST_POINTS) ?? NOTHING)
}

/** 1045在哪里 is 在哪里 about a job: whole-line phrases are looked for without the number. */
function withoutNumbers(text: string, numbers: readonly JobNumber[]): string {
  if (numbers.length === 0) return text
  return numbers.reduceRight((rest, { span }) => `${rest.slice(0, span.start)}${rest.slice(span.end)}`, text).trim()
}

function postIn(jobs: readonly JobReading[], scene: Scene, points: number): Decision | undefined {
  const found = sense(scene.text, jobs, points)
  if (found.points < points || notPost(found) !== undefined) return undefined
  return { intent: 'post_job', slots: {}, jobs, words: '' }
}

/** A line no longer than this may be filled by a phrase. */
const SHORT = 8

function privateLine(scene: Scene, tools: PostTools, readPosts: ReadPosts): Decision {
  const { text } = scene
  const answer = readAnswer(scene)
  if (answer !== undefined) return answer
  const plain = plainEndings(text)
  const bare = withoutNumbers(plain, scene.numbers)
  if (scene.withId) return withIdNumber(scene, bestIn(plain, bare, { scene, tools }), tools)
  const short = bare.length <= SHORT ? bestIn(plain, bare, { scene, tools }) : undefined
  if (short !== undefined && isShort(bare, short)) return commanded(short, scene, tools)
  const jobs = readPosts()
  if (isWishForPay(scene, jobs)) return decide('list_jobs', text, slotsFor('list_jobs', scene, tools))
  const found = sense(text, jobs)
  const other = notPost(found)
  const isSure = found.points >= SURE_POST_POINTS && other === undefined
  const post: Decision = { intent: 'post_job', slots: {}, jobs, words: '' }
  if (isSure && outweighsAll(scene, found.points)) return post
  const best = bare.length <= SHORT ? short : bestIn(plain, bare, { scene, tools })
  if (isSure && (!outweighs(best, scene, found.points) || isSoLikePost(scene, found, best))) return post
  const decision = undecided({ scene, tools, best, other, found, jobs })
  const isLeft = decision.intent === 'none' || decision.intent === 'help'
  return isLeft && isLikePost(text, found, jobs) ? post : decision
}

interface Open {
  readonly scene: Scene
  readonly tools: PostTools
  readonly best: PhraseHit | undefined
  readonly other: Intent | undefined
  readonly found: PostSense
  readonly jobs: readonly JobReading[]
}

/** 电焊一天多少钱: a question about the market, not about a job of ours. */
const isPriceTalk = (scene: Scene, found: PostSense, best: PhraseHit | undefined): boolean =>
  found.against.has('price') &&
  best?.intent === 'job_detail' &&
  scene.card === undefined &&
  scene.prompt === '' &&
  scene.numbers.length === 0 &&
  scene.text.length > 8

/** 包工 5500 哪个师傅接: the sum that the work is paid, not the number of a job that is asked about. */
const LONGEST_QUESTION = 14
function asksOfPay({ numbers, text }: Scene, best: PhraseHit | undefined, jobs: readonly JobReading[]): boolean {
  if (best?.intent !== 'job_detail' || text.length <= LONGEST_QUESTION) return false
  const fen = jobs[0]?.draft.pay?.amountFen
  return fen !== undefined && numbers.every((one) => Number(one.jobNo) * 100 === fen)
}

/** 停水通知: no word of it is meant for the bot. */
const NOTICES = ['outage', 'deal', 'invites'] as const

/** No sure post: spam and idle talk, then the best phrase, then a weak post, then help or nothing. */
function undecided({ scene, tools, best: said, other, found, jobs }: Open): Decision {
  const { text } = scene
  const best = found.points >= POST_POINTS && asksOfPay(scene, said, jobs) ? undefined : said
  if (other === 'spam') return decide('spam', text)
  if (isPriceTalk(scene, found, best)) return NOTHING
  if (found.against.has('seeks') && (best === undefined || (SOFT.has(best.intent) && best.weight < CERTAIN_WEIGHT)))
    return decide('seek_job', text, slotsFor('seek_job', scene, tools))
  if (best?.intent === 'bad_weather' && ['明天', '后天', '下周'].some((day) => text.includes(day))) return NOTHING
  if (
    best !== undefined &&
    best.weight >= CERTAIN_WEIGHT &&
    (found.points < 7 || other !== undefined || outweighs(best, scene, found.points))
  )
    return commanded(best, scene, tools)
  if (other === 'cancel_job' && (best === undefined || best.weight < 3 || (best.intent === 'cancel_grab' && scene.role === 'employer')))
    return decide('cancel_job', text, slotsFor('cancel_job', scene, tools))
  const isLeft = found.points >= POST_POINTS || best === undefined || best.weight < 4 || NOTICES.some((kind) => found.against.has(kind))
  if (other === 'none' && isLeft && text.length > 6) return NOTHING
  const isWeak = found.points >= POST_POINTS && other === undefined && !isUnlikePost(text)
  if (isWeak && isWorthMore(found, best, scene)) return { intent: 'post_job', slots: {}, jobs, words: '' }
  if (best !== undefined && (best.weight >= 3 || text.length <= 12)) return commanded(best, scene, tools)
  if (other === 'seek_job') return decide('seek_job', text, slotsFor('seek_job', scene, tools))
  if (isWeak) return { intent: 'post_job', slots: {}, jobs, words: '' }
  if (best !== undefined && (best.weight * 6 >= text.length || (best.start === 0 && best.weight >= 2))) return commanded(best, scene, tools)
  const number = scene.numbers[0]
  if (number !== undefined && text.length <= 12) return decide('job_detail', text, { jobNo: number.jobNo })
  return isAnswer(scene) || text.length > 12 || isPriced(text, jobs) ? NOTHING : decide('help', '')
}

/** 鸡蛋10块3斤: a price of something, nothing of ours. */
const isPriced = (text: string, jobs: readonly JobReading[]): boolean =>
  jobs[0]?.draft.pay !== null && (text.includes('块') || text.includes('元'))

/** A phrase that makes up most of the line leaves no room for a post. */
const isShort = (text: string, hit: PhraseHit): boolean => text.length <= SHORT && hit.weight >= 2 && hit.weight * 2 >= text.length

const commanded = (hit: PhraseHit, scene: Scene, tools: PostTools): Decision =>
  decide(hit.intent, hit.words, slotsFor(hit.intent, scene, tools))

/** Said beside an ID number, in whatever order, they ask for no less than to be taken in. */
const REGISTERS = ['注册', '登记', '入驻', '加入']

function withIdNumber(scene: Scene, best: PhraseHit | undefined, tools: PostTools): Decision {
  if (best?.intent === 'register' || best?.intent === 'proxy_register')
    return decide(best.intent, best.words, slotsFor('register', scene, tools))
  if (REGISTERS.some((word) => scene.text.includes(word))) return decide('register', scene.text, slotsFor('register', scene, tools))
  const asked = ['身份证', '实名', '姓名', '注册', '登记'].some((word) => scene.prompt.includes(word))
  if (best?.intent === 'real_name' || asked) return decide('real_name', best?.words ?? '', slotsFor('real_name', scene, tools))
  return best === undefined ? decide('help', '') : decide(best.intent, best.words)
}
