import type { CompanyView } from '@linggong/api/contract/company.contract.ts'
import { readCreditCode } from '@linggong/api/core/company/credit-code.ts'
import { isAnswer } from '../copy/answers.ts'
import { beginsCompany, readCompany, readJoinCode } from '../copy/company-words.ts'
import { say } from '../copy/sayings.ts'
import type { CompanyForm, PostForm } from '../dialogue/session.ts'
import { type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { continuePost } from './post-job.ts'
import { refused } from './refused.ts'

/** What somebody says of a company he speaks for, in his private chat. undefined: the line is about something else. */
export async function companyCommand(turn: Turn): Promise<Outcome | undefined> {
  const { text, room } = turn.message
  if (room !== undefined) return undefined
  if (beginsCompany(text)) return beginCompany(turn)
  if (isAnswer('myCompanies', text)) return seeCompanies(turn)
  if (isAnswer('asHousehold', text)) return postAs(turn, 'household')
  if (isAnswer('asCompany', text)) return postAs(turn, 'company')
  if (isAnswer('inviteRepresentative', text)) return inviteRepresentative(turn)
  return joinCompany(turn)
}

const NOT_REGISTERED = { ok: false, refusal: 'not-registered', facts: {} } as const

/** 企业登记, 我是企业: whatever stands in the line already is not asked again. */
async function beginCompany(turn: Turn): Promise<Outcome> {
  if (!turn.person) return refused(NOT_REGISTERED)
  if (!turn.person.roles.includes('employer')) {
    const added = await turn.api('addRole', { body: { role: 'employer' } })
    if (!added.ok) return refused(added)
  }
  const empty: CompanyForm = { kind: 'company', creditCode: null, name: null }
  return fillIn(turn, empty) ?? ask(turn, empty)
}

/** The next line of it. undefined: it says neither a code nor a name. */
export const answerCompany = (turn: Turn, form: CompanyForm): Outcome | undefined => fillIn(turn, form)

function fillIn(turn: Turn, form: CompanyForm): Outcome | undefined {
  const said = readCompany(turn.message.text)
  const code = said.creditCode === undefined ? undefined : readCreditCode(said.creditCode)
  const named = { ...form, name: said.name ?? form.name }
  if (code?.ok === false) return remembering(turn, refused(code), { form: named })
  if (code === undefined && said.name === undefined) return undefined
  return ask(turn, { ...named, creditCode: code?.value ?? form.creditCode })
}

function ask(turn: Turn, form: CompanyForm): Outcome {
  const { creditCode, name } = form
  if (creditCode === null) return remembering(turn, privately(say('askCreditCode')), { form })
  if (name === null) return remembering(turn, privately(say('askCompanyName')), { form })
  return remembering(turn, privately(say('askBusinessLicence', { name })), { form })
}

/** The picture of the business licence; before code and name are there it is too early. */
export async function sendBusinessLicence(turn: Turn, form: CompanyForm, picture: string): Promise<Outcome> {
  const { creditCode, name } = form
  if (creditCode === null || name === null) return ask(turn, form)
  const sent = await turn.api('registerCompany', { body: { creditCode, name, picture } })
  if (sent.ok) return remembering(turn, privately(say('companySent', { name })), { form: null })
  const isPicture = sent.refusal === 'picture-unreadable' || sent.refusal === 'picture-too-large'
  return remembering(turn, refused(sent), { form: isPicture ? form : null })
}

type Own = CompanyView & { readonly isFirst: boolean; readonly postsAs: boolean }

/** All that somebody speaks for, or what he hears where there is none. */
async function own(turn: Turn): Promise<readonly Own[] | Outcome> {
  const mine = await turn.api('myCompanies', {})
  if (!mine.ok) return refused(mine)
  return mine.value.companies.length === 0 ? privately(say('noCompany')) : mine.value.companies
}
const isOutcome = (found: readonly Own[] | Outcome): found is Outcome => 'replies' in found

async function seeCompanies(turn: Turn): Promise<Outcome> {
  const found = await own(turn)
  return isOutcome(found) ? found : privately(say('companies', { companies: found }))
}

/** 按个人发, 按企业发: in whose name from now on; of several companies the one that was looked at last. */
async function postAs(turn: Turn, whose: 'household' | 'company'): Promise<Outcome> {
  const found = whose === 'household' ? [] : await own(turn)
  if (isOutcome(found)) return found
  const company = found.find(({ state }) => state === 'approved') ?? found[0]
  const posted = await turn.api('postAs', { body: { company: company?.company ?? null } })
  return posted.ok ? privately(say('postsAs', posted.value)) : refused(posted)
}

/** The same while a post waits for its 「发」: its card is shown once more, with the name it goes out in now. */
export async function postAsMeanwhile(turn: Turn, form: PostForm): Promise<Outcome | undefined> {
  const { text } = turn.message
  if (!isAnswer(['asHousehold', 'asCompany'], text)) return undefined
  const said = await postAs(turn, isAnswer('asCompany', text) ? 'company' : 'household')
  const me = await turn.api('seeMe', {})
  const going = await continuePost(me.ok ? { ...turn, person: me.value } : turn, form)
  return { ...going, replies: [...said.replies, ...going.replies] }
}

/** 加代表: a code for whoever is to speak for it too. */
async function inviteRepresentative(turn: Turn): Promise<Outcome> {
  const found = await own(turn)
  if (isOutcome(found)) return found
  const company = found.find(({ isFirst }) => isFirst)
  if (company === undefined) return refused({ ok: false, refusal: 'not-a-representative', facts: {} })
  const given = await turn.api('inviteRepresentative', { params: { id: company.company } })
  return given.ok ? privately(say('representativeCode', { name: company.name, code: given.value.code })) : refused(given)
}

/** 加入企业 12345678. undefined: the line is about something else. */
async function joinCompany(turn: Turn): Promise<Outcome | undefined> {
  const code = readJoinCode(turn.message.text)
  if (code === undefined) return undefined
  if (turn.person?.roles.includes('employer') === false) {
    const added = await turn.api('addRole', { body: { role: 'employer' } })
    if (!added.ok) return refused(added)
  }
  const joined = await turn.api('joinCompany', { body: { code } })
  if (!joined.ok) return refused(joined)
  const posted = await turn.api('postAs', { body: { company: joined.value.company } })
  return privately(say('joinedCompany', { name: joined.value.name, posts: posted.ok }))
}
