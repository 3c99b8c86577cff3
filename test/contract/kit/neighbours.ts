import { alerts } from '@linggong/api/alert/alert.collection.ts'
import { fileAlert } from '@linggong/api/alert/file-alert.ts'
import { companies } from '@linggong/api/company/company.collection.ts'
import type { RouteId } from '@linggong/api/contract/routes.ts'
import { chatNumber } from '@linggong/api/core/chat-number.ts'
import { aCreditCode } from '@linggong/api/core/company/testing/credit-codes.ts'
import { asId, type StaffId } from '@linggong/api/core/id.ts'
import { withDues } from '@linggong/api/core/job/dues.ts'
import { fen } from '@linggong/api/core/money.ts'
import type { PayoutStanding } from '@linggong/api/core/payment/payout.ts'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import { CODE_LIFE } from '@linggong/api/core/staff/invitation.ts'
import { aJob, aTake } from '@linggong/api/core/testing/builders.ts'
import { EMPTY_OUTBOX } from '@linggong/api/event/outbox.ts'
import { jobs, newJobDoc } from '@linggong/api/job/job.collection.ts'
import { payouts } from '@linggong/api/payment/payout.collection.ts'
import { licencePictures, licences } from '@linggong/api/person/licence.collection.ts'
import { people } from '@linggong/api/person/person.collection.ts'
import { blindCode } from '@linggong/api/staff/invite-staff.ts'
import { type InvitationDoc, invitations } from '@linggong/api/staff/staff-code.collection.ts'
import { openStaffTask } from '@linggong/api/staff-task/open-staff-task.ts'
import { staffTasks } from '@linggong/api/staff-task/staff-task.collection.ts'
import type { Collection, Doc } from '@linggong/api/store/port.ts'
import { deriveId } from '@linggong/api/vault/digest.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import type { aCounty } from '../../kit/a-county.ts'
import { askAsStaff, seatStaff } from '../../kit/seat-staff.ts'

/** How a thing lies to somebody who works in 古镛镇, or in its station of 山门村. */
export const RELATIONS = ['own', 'same township', 'other township', 'other county'] as const
export type Relation = (typeof RELATIONS)[number]

export const ELSEWHERE = '350429'
const TOWNSHIP: Readonly<Record<Relation, string>> = {
  own: '古镛镇',
  'same township': '古镛镇',
  'other township': '白莲镇',
  /** Of the same name, so that nothing but the county tells it apart. */
  'other county': '古镛镇',
}

/** One of everything that a call can be about, all in one place. */
export interface Neighbour {
  readonly relation: Relation
  readonly place: { readonly county: string; readonly township: string }
  readonly card: { readonly name: string; readonly idNumber: string }
  readonly person: string
  readonly licence: string
  readonly company: string
  readonly task: string
  readonly alert: string
  /** One of that person's that has ended, so that nothing comes of it whoever may touch it. */
  readonly payout: string
  readonly job: string
  readonly take: string
  readonly invitation: string
  /** Somebody who works just there. */
  readonly colleague: StaffId
}

/** The smallest JPEG that has all its parts. */
export const JPEG = Buffer.from(
  ['ffd8', 'ffe1000c457869660000', '47505321', 'ffc0000b080001000101011100', 'ffda0008010100003f00', '01ff00', 'ffd9'].join(''),
  'hex',
).toString('base64')

type Town = Awaited<ReturnType<typeof aCounty>>

async function must(town: Town, route: RouteId, body: object): Promise<Readonly<Record<string, string>>> {
  const answer = await askAsStaff(town, route, { body })
  if (!answer.ok) throw new Error(`${route}: ${answer.refusal}`)
  return answer.value as Readonly<Record<string, string>> // ids are texts, and nothing else is read
}

/** The same document, now another county's. */
async function moveAway<T extends Doc>({ county: { store, county } }: Town, from: Collection<T>, id: string): Promise<void> {
  const doc = await store.get(from, county, id)
  if (doc === undefined) throw new Error(`no ${from.name} ${id}`)
  await store.remove(from, county, id)
  await store.insert(from, { ...doc, county: ELSEWHERE, version: 1 })
}

/** Somebody, his licence and his company, once nothing happens to them any more. */
export async function moveLicenceAway(
  town: Town,
  { person, licence, company }: Pick<Neighbour, 'person' | 'licence' | 'company'>,
): Promise<void> {
  await moveAway(town, people, person)
  await moveAway(town, licences, licence)
  await moveAway(town, licencePictures, licence)
  await moveAway(town, companies, company)
}

async function anInvitation({ county: { store, staff } }: Town, { county, nth }: { county: string; nth: number }): Promise<string> {
  const id = `invitation-${nth}`
  const endsAt = staff.clock.now().add(CODE_LIFE.invited)
  const sealed = { digest: blindCode(staff.vault, `code-${nth}`), sealed: `v1.k1.${nth}` }
  const doc: InvitationDoc = {
    ...{ id, county, version: 1, ...sealed, endsAt },
    ...({ kind: 'join', roles: ['official'], scope: { kind: 'county' } } as const),
  }
  await store.insert(invitations, doc)
  return id
}

interface There {
  readonly county: string
  readonly township: string
  readonly nth: number
}

export async function aJobThere({ county: { store } }: Town, { county, township, nth }: There) {
  const [id, take] = [asId<'job'>(`job-there-${nth}`), aTake({ id: asId<'take'>(`take-there-${nth}`) })]
  const number = chatNumber(7000 + nth)
  const at = take.takenAt.subtract({ hours: 72 })
  const due = { take: take.id, worker: take.worker, kind: 'pay', amountFen: fen(10_000), since: at, bill: 1 } as const
  const about = { id, number, county, employer: asId<'person'>(`employer-${nth}`), terms: { township }, takes: [take] }
  const job = withDues(aJob({ ...about, state: 'done' }), [{ ...due, state: 'open', settledAt: null }])
  await store.insert(jobs, newJobDoc(job, 'digest'))
  return { job: number, take: take.id }
}

export async function aPersonThere(town: Town, { township, nth }: There) {
  const card = { name: '王小明', idNumber: anIdNumber('19700101', { sequence: 100 + nth }) }
  const consent = { how: 'spoken', text: '2026-11' }
  const about = { phone: `1990000${1000 + nth}`, roles: ['worker', 'employer'], township, cardSeen: true, consent }
  const { person = '' } = await must(town, 'registerAtStation', { ...card, ...about })
  const { licence = '' } = await must(town, 'uploadLicenceFor', { person, cert: '焊工证', picture: JPEG })
  const creditCode = aCreditCode({ serial: nth })
  const { company = '' } = await must(town, 'registerCompanyFor', { person, name: '山门果业有限公司', creditCode, picture: JPEG })
  return { card, person, licence, company }
}

export async function aTaskThere({ ports, county }: Town, { county: of, township, nth }: There): Promise<string> {
  const facts = { employer: 'cai', job: `job-${nth}`, owedFen: fen(10_000) }
  await openStaffTask({ ...ports, county: of }, { key: `there-${nth}`, kind: 'arrears', subject: `job-${nth}`, facts, township })
  const id = deriveId('staff-task', `there-${nth}`)
  if ((await county.store.get(staffTasks, of, id)) === undefined) throw new Error('a task was opened')
  return id
}

/** Much money that somebody wants to have. */
export async function aPayoutThere(
  { county: { store, staff } }: Town,
  { county, nth }: There,
  standing: PayoutStanding & { worker: string },
) {
  const id = `PAYOUT${nth}`
  const about = { key: `payout:${nth}`, demo: false, amountFen: fen(600_000), payeeMark: 'mark', remark: 'x', jobType: 'x', payNote: 'x' }
  const course = { createdAt: staff.clock.now(), orders: 0, orderedAt: null, bill: null, doneOn: null }
  await store.insert(payouts, { id, county, version: 1, ...EMPTY_OUTBOX, ...about, ...course, ...standing })
  return id
}

/** Of so many people that whoever sees figures may know of it. */
export async function anAlertThere({ ports, county }: Town, { county: of, township, nth }: There): Promise<string> {
  const days = { from: '2026-11-23', to: '2026-11-24' }
  const finding = { ...days, rule: 'high-risk-uninsured', township, subject: `j${nth}`, numbers: { uninsured: 6 }, people: 6 } as const
  await fileAlert({ ...ports, county: of }, { ...finding, demo: false, mutedBy: null })
  const query = { index: 'townshipDay', county: of, equals: { demo: false, township }, limit: 100 }
  const alert = (await county.store.find(alerts, query)).docs.find(({ subject }) => subject === finding.subject)
  if (alert === undefined) throw new Error('an alert was filed')
  return alert.id
}

/** Whoever has work open is not forgotten, whoever asks for it: each of the calls finds him there. */
async function keepBusy({ county: { store } }: Town, { county, township, nth }: There, person: string): Promise<void> {
  const about = { id: asId<'job'>(`job-of-${nth}`), number: chatNumber(8000 + nth), county, employer: asId<'person'>(person) }
  await store.insert(jobs, newJobDoc(aJob({ ...about, terms: { township }, state: 'open' }), 'digest'))
}

/** Puts one of everything somewhere; `nth` tells apart what is put there. */
export async function aNeighbour(town: Town, relation: Relation, nth: number): Promise<Neighbour> {
  const county = relation === 'other county' ? ELSEWHERE : COUNTY.adcode
  const there: There = { county, township: TOWNSHIP[relation], nth }
  const person = await aPersonThere(town, there)
  await town.settle()
  if (county === ELSEWHERE) await moveLicenceAway(town, person)
  await keepBusy(town, there, person.person)
  const scope = { kind: 'townships', townships: [there.township] } as const
  const { id: colleague } = await seatStaff(town.county.staff, { login: `colleague-${nth}`, roles: ['hall-operator'], scope, county })
  return {
    ...{ relation, place: { county, township: there.township }, ...person, ...(await aJobThere(town, there)), colleague },
    task: await aTaskThere(town, there),
    alert: await anAlertThere(town, there),
    payout: await aPayoutThere(town, there, { state: 'cancelled', code: 'CANCELLED', worker: person.person }),
    invitation: await anInvitation(town, there),
  }
}
