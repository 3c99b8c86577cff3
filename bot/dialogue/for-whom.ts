import { inCounty } from '@linggong/api/core/clock.ts'
import { refused } from '../commands/refused.ts'
import { isAnswer, isBareNumber } from '../copy/answers.ts'
import { type Called, mayBeForOther, readForWhom, readHelperCode, readStop, readSwitch, registersElder } from '../copy/helping-words.ts'
import { say } from '../copy/sayings.ts'
import type { WhomForm } from './session.ts'
import { led, type Outcome, privately, remembering, type Turn } from './turn.ts'

type AnswerOwn = (turn: Turn) => Promise<Outcome>

/**
 * A private line that is about somebody whom the writer helps, or about helping itself. undefined: it is his own. Each call for another goes
 * by a contact that says so, and the API decides whether it may.
 */
export async function answerForOther(turn: Turn, answerOwn: AnswerOwn): Promise<Outcome | undefined> {
  const { text, kind } = turn.message
  const { helping, form } = turn.session
  if (kind === 'text') {
    if (form?.kind === 'whom') return answerWhom(turn, form, answerOwn)
    const about = await aboutHelping(turn)
    if (about) return about
    const named = mayBeForOther(text) ? await forNamed(turn, answerOwn) : undefined
    if (named) return named
  }
  if (helping === null) return undefined
  const isOver = !helping.keeps && form === null && turn.line.intent !== 'undo'
  return isOver
    ? answerOwn({ ...turn, session: { ...turn.session, helping: null } })
    : actFor(turn, { whom: helping, keeps: helping.keeps }, answerOwn)
}

/** Who lets himself be helped, who helps, and who stops. */
async function aboutHelping(turn: Turn): Promise<Outcome | undefined> {
  const { text } = turn.message
  if (isAnswer('letHelp', text))
    return turn.person ? remembering(turn, privately(say('askLetHelp')), { form: { kind: 'let-help' } }) : refused(NOT_REGISTERED)
  if (isAnswer('endHelp', text)) return endHelpers(turn)
  if (registersElder(text)) return privately(say('registerElder'))
  const typed = readHelperCode(text)
  if (typed) return helpBy(turn, typed)
  const stop = readStop(text)
  if (stop === 'self') return turn.session.helping === null ? undefined : remembering(turn, privately(say('switchedBack')), OWN)
  if (stop !== undefined) return leave(turn, stop)
  const whom = readSwitch(text)
  return whom === undefined ? undefined : switchTo(turn, whom)
}

const NOT_REGISTERED = { ok: false, refusal: 'not-registered', facts: {} } as const
const OWN = { helping: null, form: null, behind: null } as const

async function helpBy(turn: Turn, body: { readonly code: string; readonly called: string }): Promise<Outcome> {
  const tied = await turn.api('helpElder', { body })
  return tied.ok ? privately(say('helperBound', tied.value)) : refused(tied)
}

async function endHelpers(turn: Turn): Promise<Outcome> {
  const mine = await turn.api('myHelpers', {})
  if (!mine.ok) return refused(mine)
  for (const { person } of mine.value.helpers) {
    const ended = await turn.api('endHelper', { params: { person } })
    if (!ended.ok && ended.refusal !== 'not-helping') return refused(ended)
  }
  return privately(say('helpersEnded', { count: mine.value.helpers.length }))
}

async function eldersOf(turn: Turn): Promise<readonly Called[]> {
  const mine = await turn.api('myElders', {})
  return mine.ok ? mine.value.elders : []
}

async function leave(turn: Turn, called: string): Promise<Outcome | undefined> {
  const elder = (await eldersOf(turn)).find((one) => one.called === called)
  if (elder === undefined) return undefined
  const left = await turn.api('leaveElder', { params: { person: elder.person } })
  return left.ok ? remembering(turn, privately(say('leftElder', elder)), OWN) : refused(left)
}

async function switchTo(turn: Turn, called: string): Promise<Outcome> {
  const elders = await eldersOf(turn)
  if (elders.length === 0) return privately(say('noElders'))
  const [elder, ...others] = elders.filter((one) => one.called === called)
  if (elder === undefined || others.length > 0) return askWhom(turn, { elders, rest: '' })
  return remembering(turn, privately(say('switched', elder)), { ...OWN, helping: { ...elder, keeps: true } })
}

async function forNamed(turn: Turn, answerOwn: AnswerOwn): Promise<Outcome | undefined> {
  const elders = await eldersOf(turn)
  const named = readForWhom(turn.message.text, elders)
  if (named === undefined || named.rest === '') return undefined
  if (elders.length === 0) return privately(say('noElders'))
  const [whom, ...others] = named.whom
  if (whom === undefined || others.length > 0) return askWhom(turn, { elders, rest: named.rest })
  return actFor(saying(turn, named.rest), { whom, keeps: false }, answerOwn)
}

const askWhom = (turn: Turn, { elders, rest }: { elders: readonly Called[]; rest: string }): Outcome =>
  remembering(turn, privately(say('askWhom', { elders })), { form: { kind: 'whom', rest, elders } })

/** 1, or 老李: and then what was asked for. */
async function answerWhom(turn: Turn, form: WhomForm, answerOwn: AnswerOwn): Promise<Outcome> {
  const text = turn.message.text.normalize('NFKC').trim()
  const { rest, elders } = form
  const whom = elders[Number(text) - 1] ?? elders.find(({ called }) => called === text)
  const asked = { ...turn, session: { ...turn.session, form: null } }
  if (whom === undefined) return notNamed({ turn, asked, form }, answerOwn)
  if (rest === '') return remembering(asked, privately(say('switched', whom)), { ...OWN, helping: { ...whom, keeps: true } })
  return actFor(saying(asked, rest), { whom, keeps: false }, answerOwn)
}

/** Something else was said: the question is over, but for a number that is none of its own. */
async function notNamed({ turn, asked, form }: { turn: Turn; asked: Turn; form: WhomForm }, answerOwn: AnswerOwn): Promise<Outcome> {
  const { text } = turn.message
  if (isBareNumber(text)) return remembering(turn, privately(say('answerOrDrop', { form })), { form })
  if (isAnswer(['drop', 'dropAct'], text)) return remembering(asked, privately(say('dropped')), { form: null })
  const outcome = (await answerForOther(asked, answerOwn)) ?? (await answerOwn(asked))
  return outcome.session === undefined ? { ...outcome, session: asked.session } : outcome
}

/** The line as if only this stood in it. */
function saying(turn: Turn, text: string): Turn {
  const { reader, now, message } = turn
  const line = reader.understand({ text, channel: 'private', role: 'worker', now: inCounty(now), context: [] })
  return { ...turn, line, message: { ...message, text } }
}

/** Everything that is done goes by whom it is for; a question that stays open is answered for him too. */
async function actFor(turn: Turn, { whom, keeps }: { whom: Called; keeps: boolean }, answerOwn: AnswerOwn): Promise<Outcome> {
  const api = turn.apiFor(whom.person)
  const me = await api('seeMe', {})
  if (!me.ok) return remembering(turn, refused(me), OWN)
  const before = keeps || turn.session.helping !== null ? turn.session : { ...turn.session, form: null, behind: null }
  const outcome = await answerOwn({ ...turn, api, person: me.value, session: before })
  const after = outcome.session ?? before
  /** A question, or a minute in which it may be taken back. */
  const open = after.form !== null || after.grabbed !== before.grabbed
  return remembering(turn, led(say('forWhom', whom), outcome), { helping: keeps || open ? { ...whom, keeps } : null })
}
