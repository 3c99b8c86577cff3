import { companies } from '../company/company.collection.ts'
import { instantText } from '../core/clock.ts'
import type { Consent } from '../core/person/consent.ts'
import { jobs } from '../job/job.collection.ts'
import { notices } from '../notice/notice.collection.ts'
import { type PersonDoc, people } from '../person/person.collection.ts'
import { type ExportBooks, every } from './export-books.ts'

/** What he was told, and about which job. */
export async function* toldTo(books: ExportBooks, person: string) {
  const { store, county } = books
  for await (const notice of every(books, notices, { index: 'person', equals: { person } })) {
    const job = 'job' in notice ? ((await store.get(jobs, county, notice.job))?.number ?? null) : null
    const { kind, amountFen, state, sendAt } = notice
    yield { at: instantText(sendAt), kind, job, amountFen, state }
  }
}

/** The companies he speaks for; what they are called stands in a public register. */
export async function* companiesOf(books: ExportBooks, person: string) {
  for await (const company of every(books, companies, { index: 'representative', equals: { 'representatives.person': person } })) {
    const { name, creditCode, kind, representatives, standing } = company
    const since = representatives.find((one) => one.person === person)?.addedAt
    yield { name, creditCode, kind, state: standing.state, since: since === undefined ? null : instantText(since) }
  }
}

const agreed = ({ at, how, text }: Consent) => ({ at: instantText(at), how, text })

/** Who acts for him, and for whom he acts, with the word of whoever is helped. */
export async function helpOf(books: ExportBooks, doc: PersonDoc) {
  const helpers = doc.helpers.map(async ({ person, called, consent }) => ({
    name: await books.nameOf(person),
    called,
    agreed: agreed(consent),
  }))
  const elders = []
  for await (const elder of every(books, people, { index: 'helper', equals: { 'helpers.person': doc.id } })) {
    const ties = elder.helpers.filter(({ person }) => person === doc.id)
    for (const { called, consent } of ties) elders.push({ name: await books.nameOf(elder.id), called, agreed: agreed(consent) })
  }
  return { helpers: await Promise.all(helpers), elders }
}
