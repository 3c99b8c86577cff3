import { keepSessions } from '@linggong/api/chat/keep-sessions.ts'
import { asId, type PersonId } from '@linggong/api/core/id.ts'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import type { Result } from '@linggong/api/core/result.ts'
import { bindPayee } from '@linggong/api/person/bind-payee.ts'
import { darkAndLightPng } from '@linggong/bot/picture/png.ts'
import type { aCounty } from './a-county.ts'
import { askAsStaff } from './seat-staff.ts'

type Town = Awaited<ReturnType<typeof aCounty>>

/** A worker who cannot exist, and what nobody else is or has. */
export const LIVED = {
  contact: 'wx1/ouyang',
  name: '欧阳犇淼',
  idNumber: anIdNumber('19710317', { sequence: 731 }),
  phone: '19971420613',
  openid: 'oLived8Payee',
  licenceNumber: 'T35042819710317',
} as const
export const PAID_BY = {
  contact: 'wx1/situ',
  name: '司徒垚焱',
  idNumber: anIdNumber('19650908', { sequence: 642 }),
  phone: '19838271504',
} as const

export const PICTURE = Buffer.from(darkAndLightPng(Array.from({ length: 8 }, () => Array.from({ length: 8 }, () => false))))

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal} ${JSON.stringify(result.facts)}`)
  return result.value
}

const cardOf = ({ name, idNumber }: typeof PAID_BY | typeof LIVED) => ({ name, idNumber, cardSeen: true })

function register({ county }: Town, who: typeof PAID_BY | typeof LIVED, { role, key }: { role: 'worker' | 'employer'; key: string }) {
  const { contact, name, idNumber, phone } = who
  return county.client.registerPerson({ body: { role, name, idNumber, phone, consent: true } }, { contact, key })
}

async function work({ county: { client }, openJob, clock, settle }: Town): Promise<string> {
  const as = (contact: string) => ({ contact, key: crypto.randomUUID() })
  const number = await openJob(PAID_BY.contact, { seats: 1, startsAt: clock.at.add({ hours: 1 }) })
  must(await client.takeJob({ params: { number } }, as(LIVED.contact)))
  must(await client.startWork({ params: { number }, body: { code: '4821' } }, as(LIVED.contact)))
  must(await client.finishWork({ params: { number } }, as(LIVED.contact)))
  must(await client.confirmWork({ params: { number } }, as(PAID_BY.contact)))
  await settle()
  return number
}

/** All that a worker leaves in a county: data, a licence with its picture, an account, codes, addresses, a conversation, and wages where he works. */
export async function liveALife(town: Town, { works = true } = {}): Promise<{ readonly id: PersonId; readonly licence: string }> {
  const { county, ports, verifier, settle } = town
  const { client } = county
  const as = (key: string) => ({ contact: LIVED.contact, key })
  must(await register(town, PAID_BY, { role: 'employer', key: 'employer' }))
  verifier.play('mismatch')
  await register(town, LIVED, { role: 'worker', key: 'mistyped' })
  verifier.play(undefined)
  must(await register(town, LIVED, { role: 'worker', key: 'registered' }))
  must(await client.tellTownship({ body: { township: '古镛镇' } }, as('township')))
  must(await client.tellSkills({ body: { skills: ['电焊'], wishes: ['泥瓦'] } }, as('skills')))
  const { licence } = must(await client.uploadLicence({ body: { cert: '焊工证', picture: PICTURE.toString('base64') } }, as('licence')))
  const decision = { decision: 'approve', number: LIVED.licenceNumber, validUntil: '2029-11-23', reviewOn: null }
  must(await askAsStaff(town, 'reviewLicence', { params: { id: licence }, body: decision }))
  await settle()
  const id = asId<'person'>((await county.people.byContact(LIVED.contact))?.id ?? '')
  if (works) await work(town)
  must(await bindPayee(ports, { person: id, openid: LIVED.openid, cause: 'life' }))
  must(await client.openPage({ body: { page: 'wallet' } }, as('page')))
  must(await askAsStaff(town, 'giveBindingCode', { body: cardOf(LIVED) }))
  await client.bindContact({ body: { code: '11111111' } }, as('wrong-code'))
  await keepSessions({ ...ports, store: county.store, county: county.county }).save(LIVED.contact, { said: LIVED.name })
  await settle()
  return { id, licence }
}

/** All of his money arrives on his account. */
export async function takeAllOut({ county: { client }, playMoney, settle }: Town): Promise<void> {
  const wallet = must(await client.seeWallet({}, { contact: LIVED.contact, key: '' }))
  const body = { amountFen: wallet.balanceFen }
  const { payout } = must(await client.requestPayout({ body }, { contact: LIVED.contact, key: `out-${crypto.randomUUID()}` }))
  playMoney.sandbox.confirm(payout)
  await settle()
}
