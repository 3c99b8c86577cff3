import { auditRows } from '../audit/audit-row.collection.ts'
import type { FileAnswer } from '../contract/file-answer.ts'
import { countyDay, instantText } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { employerAccount, workerAccount } from '../core/ledger/account.ts'
import { changeOn } from '../core/ledger/entry.ts'
import { LIMIT } from '../core/limit.ts'
import type { Take } from '../core/take/take.ts'
import { creditLines } from '../credit/credit.collection.ts'
import { jobs } from '../job/job.collection.ts'
import { payouts } from '../payment/payout.collection.ts'
import { conducts } from '../penalty/conduct.collection.ts'
import { licences } from '../person/licence.collection.ts'
import { ownCopyOf, ownLicenceOf, ownPictureOf } from '../person/own-copy.ts'
import type { PersonDoc } from '../person/person.collection.ts'
import { policies } from '../policy/policy.collection.ts'
import { reputes } from '../repute/repute.collection.ts'
import { ties } from '../tie/ties.collection.ts'
import { type ExportBooks, every } from './export-books.ts'
import { EXPORT_FILES, EXPORT_NAME, PICTURE_FOLDER, README } from './export-copy.ts'
import { companiesOf, helpOf, toldTo } from './export-people.ts'
import { jsonFile, jsonRows, writeZip, type ZippedFile } from './write-zip.ts'

/** A seat without what the other side has said of it in secret, and without codes. */
function seatOf({ wrongCodes: _codes, ratedByEmployer, ratedByWorker, worker: _worker, ...seat }: Take, seenBy: 'worker' | 'employer') {
  const [own, others] = seenBy === 'worker' ? [ratedByWorker, ratedByEmployer] : [ratedByEmployer, ratedByWorker]
  return { ...seat, ratingGiven: own, ratingGot: seat.ratingsShownAt === null ? null : others }
}

async function* takenBy(books: ExportBooks, person: PersonId) {
  for await (const job of every(books, jobs, { index: 'worker', equals: { 'takes.worker': person } })) {
    const { number, terms, employer, takes, dues } = job
    const own = takes.filter(({ worker }) => worker === person).map((take) => seatOf(take, 'worker'))
    const owed = dues.filter(({ worker }) => worker === person)
    yield { number, terms, employer: await books.nameOf(employer), seats: own, owed }
  }
}

async function* postedBy(books: ExportBooks, person: PersonId) {
  for await (const job of every(books, jobs, { index: 'employer', equals: { employer: person } })) {
    const { number, terms, state, funding, postedAt, publishedAt, insuredAt, takes, dues } = job
    const seats = await Promise.all(takes.map(async (take) => ({ worker: await books.nameOf(take.worker), ...seatOf(take, 'employer') })))
    yield { number, terms, state, funding, postedAt, publishedAt, insuredAt, seats, owed: dues.map(({ worker: _, ...due }) => due) }
  }
}

async function* entriesOf({ ledger }: ExportBooks, person: PersonId) {
  for (const account of [workerAccount(person), employerAccount(person)]) {
    for (let after: string | undefined; ; ) {
      const { docs, next } = await ledger.statement(account, { limit: LIMIT.pageSize, after })
      for (const entry of docs) {
        const job = 'job' in entry ? entry.jobNumber : null
        yield { at: instantText(entry.at), kind: entry.kind, account: account.split(':', 1)[0], amountFen: changeOn(account, entry), job }
      }
      if (next === undefined) break
      after = next
    }
  }
}

async function* payoutsOf(books: ExportBooks, person: PersonId) {
  for await (const payout of every(books, payouts, { index: 'worker', equals: { worker: person } })) {
    const { id, amountFen, state, createdAt, doneOn } = payout
    yield { id, amountFen, state, createdAt, doneOn }
  }
}

async function* policiesOf(books: ExportBooks, person: PersonId) {
  const { store, county, nameOf } = books
  for await (const job of every(books, jobs, { index: 'worker', equals: { 'takes.worker': person } })) {
    for (const { id } of job.takes.filter(({ worker }) => worker === person)) {
      const policy = await store.getBy(policies, 'take', { county, take: id })
      if (policy === undefined) continue
      const { worker: _worker, county: _county, version: _version, demo: _demo, employer, ...cover } = policy
      yield { ...cover, employer: await nameOf(employer) }
    }
  }
}

async function* accessTo(books: ExportBooks, person: PersonId) {
  for await (const { at, actor, action, facts } of every(books, auditRows, { index: 'subject', equals: { subjects: person } }))
    yield { at: instantText(at), by: actor.role, account: actor.role === 'person' ? null : actor.id, action, facts }
}

async function* licencesOf(books: ExportBooks, doc: PersonDoc) {
  for await (const licence of every(books, licences, { index: 'person', equals: { person: doc.id } }))
    yield ownLicenceOf(books.vault, doc, licence)
}

async function* picturesOf(books: ExportBooks, doc: PersonDoc): AsyncGenerator<ZippedFile> {
  for await (const { id, cert } of every(books, licences, { index: 'person', equals: { person: doc.id } })) {
    const picture = await ownPictureOf(books, id)
    if (picture) yield { name: `${PICTURE_FOLDER}/${cert}-${id}.${picture.format === 'jpeg' ? 'jpg' : 'png'}`, parts: [picture.bytes] }
  }
}

async function tiesOf({ store, county, nameOf }: ExportBooks, person: PersonId) {
  const doc = await store.get(ties, county, person)
  const named = (all: readonly { readonly person: PersonId; readonly at: Temporal.Instant }[] = []) =>
    Promise.all(all.map(async (one) => ({ name: await nameOf(one.person), at: instantText(one.at) })))
  return { blocked: await named(doc?.blocked), preferred: await named(doc?.preferred) }
}

async function reputeOf({ store, county }: ExportBooks, person: PersonId) {
  const { asEmployer = [], asWorker = [] } = (await store.get(reputes, county, person)) ?? {}
  const penalties = (await store.get(conducts, county, person))?.penalties ?? []
  return { asEmployer, asWorker, penalties }
}

async function creditOf({ store, county }: ExportBooks, person: PersonId) {
  const line = await store.get(creditLines, county, person)
  return line === undefined
    ? null
    : { limitFen: line.limitFen, lent: line.lent.map(({ amountFen, at }) => ({ amountFen, at: instantText(at) })) }
}

async function* filesOf(books: ExportBooks, doc: PersonDoc): AsyncGenerator<ZippedFile> {
  const { id } = doc
  const { person, licences: papers, taken, posted, wages, payouts: out, policies: cover, repute, ties: others, access } = EXPORT_FILES
  const { credit, companies: ofCompanies, help, told } = EXPORT_FILES
  yield { name: README.name, parts: [`\ufeff${README.words(countyDay(books.clock.now()).toString())}`] }
  yield { name: person.name, parts: jsonFile(ownCopyOf(books.vault, doc)) }
  yield { name: papers.name, parts: jsonRows(licencesOf(books, doc)) }
  yield* picturesOf(books, doc)
  yield { name: taken.name, parts: jsonRows(takenBy(books, id)) }
  yield { name: posted.name, parts: jsonRows(postedBy(books, id)) }
  yield { name: wages.name, parts: jsonRows(entriesOf(books, id)) }
  yield { name: out.name, parts: jsonRows(payoutsOf(books, id)) }
  yield { name: cover.name, parts: jsonRows(policiesOf(books, id)) }
  yield { name: repute.name, parts: jsonFile(await reputeOf(books, id)) }
  yield { name: others.name, parts: jsonFile(await tiesOf(books, id)) }
  yield { name: credit.name, parts: jsonFile(await creditOf(books, id)) }
  yield { name: ofCompanies.name, parts: jsonRows(companiesOf(books, id)) }
  yield { name: help.name, parts: jsonFile(await helpOf(books, doc)) }
  yield { name: told.name, parts: jsonRows(toldTo(books, id)) }
  yield { name: access.name, parts: jsonRows(accessTo(books, id)) }
}

/** Everything that the county has of one person, for himself: read while it is sent, a page and a picture at a time. */
export const exportPerson = (books: ExportBooks, doc: PersonDoc): FileAnswer => ({
  name: EXPORT_NAME,
  format: 'zip',
  bytes: writeZip(filesOf(books, doc), books.clock.now()),
})
