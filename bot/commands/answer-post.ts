import { inCounty } from '@linggong/api/core/clock.ts'
import { editsTo, isAnswer, isPlainWords, readCorrection, readNote, readRemoval, saysCash } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { readAddition, withLength, withoutPerks, withPromises } from '../dialogue/post-addition.ts'
import { EMPTY_FORM, forbidden, isWholePost, newPostForm, nextPostForm, noted, withNote, withPost } from '../dialogue/post-form.ts'
import type { PostForm } from '../dialogue/session.ts'
import { isExplicit, led, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import type { Intent } from '../understand/intent.ts'
import { readAnswer } from './answer-field.ts'
import { missed } from './miss.ts'
import { continuePost } from './post-job.ts'
import { publish } from './publish-job.ts'

/** The next line while a post is being put together. undefined: the line is about something else. */
export async function answerPost(turn: Turn, form: PostForm): Promise<Outcome | undefined> {
  const { text } = turn.message
  if (isAnswer('restart', text)) return remembering(turn, privately(say('howToPost')), { form: { ...EMPTY_FORM, rest: form.rest } })
  if (form.asking === null && isAnswer('wrong', text)) return editAgain(turn, form)
  if (isAnswer(['drop', 'dropPost'], text) || (turn.line.intent === 'deny' && !isAnswer('wrong', text))) return drop(turn, form)
  if (isWholePost(turn.line)) return anotherPost(turn, form)
  return form.asking === null ? answerCard(turn, form) : readAnswer(turn, form, form.asking)
}

async function drop(turn: Turn, form: PostForm): Promise<Outcome> {
  const dropped = remembering(turn, privately(say('postDropped')), { form: null })
  const next = nextPostForm(form)
  if (!next) return dropped
  const going = led(say('nextPost', next), await continuePost(turn, next))
  return { ...going, replies: [...dropped.replies, ...going.replies] }
}

async function anotherPost(turn: Turn, form: PostForm): Promise<Outcome> {
  const said = newPostForm(turn.line)
  const no = said && forbidden(said)
  if (no) return remembering(turn, privately(say('refusedPost', { finding: no })), { form })
  const both = withPost(form, turn.line)
  const going = await continuePost(turn, both)
  if (both.rest.length === form.rest.length) return going
  return { ...going, replies: [...privately(say('postQueued')).replies, ...going.replies] }
}

async function answerCard(turn: Turn, form: PostForm): Promise<Outcome | undefined> {
  const { text } = turn.message
  const { intent } = turn.line
  if (saysCash(text)) return publish(turn, form, 'cash')
  if (intent === 'publish' || intent === 'confirm' || isAnswer(['agree', 'publish'], text)) return publish(turn, form)
  const note = readNote(text)
  if (note !== undefined) return addNote(turn, form, note)
  if (isExplicit(turn) && !EDIT_LIKE.includes(intent)) return undefined
  return isOtherWork(turn, form) ? remembering(turn, privately(say('oneByOne')), { form }) : edit(turn, form)
}

/** What may be said of a card without being a command of its own. */
const EDIT_LIKE: readonly Intent[] = ['edit_draft', 'edit_job', 'post_job', 'choose', 'insure']

/** 我还要两个人开车 below a card for oranges changes no oranges. */
function isOtherWork({ reader, message, line, now }: Turn, { draft }: PostForm): boolean {
  if (line.intent === 'edit_draft' || line.intent === 'edit_job') return false
  const trade = reader.readSlot('trade', message.text, inCounty(now))
  return trade !== 'unsure' && trade !== draft.trade
}

/** What the law forbids to publish may not come in by the side door. */
async function addNote(turn: Turn, form: PostForm, note: string): Promise<Outcome> {
  if (!isPlainWords(note)) return remembering(turn, privately(say('onlyPlainWords')), { form })
  const addition = readAddition(turn, note)
  const no = forbidden(addition) ?? noted(addition)[0]
  return no ? remembering(turn, privately(say('refusedPost', { finding: no })), { form }) : continuePost(turn, withNote(form, note))
}

/** 改人数5, 不是180，是190, 包午饭, 干七天: the card with the change, or the question what is to be changed. */
async function edit(turn: Turn, form: PostForm): Promise<Outcome> {
  const { text } = turn.message
  const removal = readRemoval(text)
  const less = removal === undefined ? form : withoutPerks(form, readAddition(turn, removal))
  if (less.draft.perks.length < form.draft.perks.length) return continuePost(turn, { ...less, misses: 0 })
  const addition = readAddition(turn, text)
  const no = forbidden(addition) ?? noted(addition)[0]
  if (no) return remembering(turn, privately(say('refusedPost', { finding: no })), { form })
  const right = readCorrection(text)
  const edits = right === undefined ? [text] : editsTo(right)
  const edited = edits.map((words) => turn.reader.applyEdit(form.draft, words, inCounty(turn.now))).find(({ ok }) => ok)
  if (edited?.ok) {
    const content = edited.changed.includes('trade') ? (edited.draft.trade ?? '') : form.content
    return continuePost(turn, { ...withPromises({ ...form, draft: edited.draft }, addition), content, misses: 0 })
  }
  const longer = withLength(withPromises(form, addition), addition)
  if (JSON.stringify(longer) !== JSON.stringify(form)) return continuePost(turn, { ...longer, misses: 0 })
  return editAgain(turn, form)
}

const editAgain = (turn: Turn, form: PostForm): Outcome => missed(turn, form, privately(say('editAgain')))
