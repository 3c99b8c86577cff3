import { staffAct, staffActor } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import type { LicenceView } from '../contract/licence.contract.ts'
import type { StaffCaller } from '../contract/route.ts'
import { instantText } from '../core/clock.ts'
import { asId } from '../core/id.ts'
import { countsUntil, type Decision } from '../core/person/licence.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { StaffAction } from '../core/staff/action.ts'
import { can } from '../core/staff/policy.ts'
import { randomId } from '../vault/digest.ts'
import { type LicenceDoc, licences } from './licence.collection.ts'
import { decideLicence, type LicencePorts, licencesOf, openPicture, uploadLicence } from './licences.ts'
import type { PersonDoc } from './person.collection.ts'
import { personCall } from './person-call.ts'

export interface LicenceRoutesParts extends LicencePorts {
  /** The papers that are about a skill only. */
  readonly skillPapers: readonly string[]
  readonly audited: Audited
}

type LicenceHandlers = Pick<
  Handlers,
  'uploadLicence' | 'myLicences' | 'uploadLicenceFor' | 'listLicences' | 'seeLicencePicture' | 'reviewLicence'
>

const viewOf = (doc: LicenceDoc): Omit<LicenceView, 'isSkill'> => ({
  licence: doc.id,
  cert: doc.cert,
  state: doc.state,
  uploadedAt: instantText(doc.uploadedAt),
  validUntil: doc.state === 'approved' ? doc.validUntil.toString() : null,
  reviewOn: doc.state === 'approved' ? (doc.reviewOn?.toString() ?? null) : null,
  countsUntil: doc.state === 'approved' ? countsUntil(doc.validUntil, doc.reviewOn).toString() : null,
  reason: doc.state === 'rejected' ? doc.reason : null,
})
/** What a file or a seed says that he holds: nobody has sent a picture of it here. */
const heldBefore = ({ licences: held, registeredAt }: PersonDoc, sent: readonly LicenceView[]): readonly Omit<LicenceView, 'isSkill'>[] =>
  held
    .filter(({ cert }) => !sent.some((one) => one.state === 'approved' && one.cert === cert))
    .map(({ cert, validUntil }) => {
      const until = validUntil.toString()
      const days = { validUntil: until, reviewOn: null, countsUntil: until }
      return { licence: '', cert, state: 'approved', uploadedAt: instantText(registeredAt), ...days, reason: null }
    })

type Said =
  | { readonly decision: 'approve'; readonly validUntil: string; readonly reviewOn: string | null }
  | Extract<Decision, { decision: 'reject' }>

const decisionOf = (said: Said): Decision =>
  said.decision === 'reject'
    ? { decision: 'reject', reason: said.reason }
    : {
        decision: 'approve',
        validUntil: Temporal.PlainDate.from(said.validUntil),
        reviewOn: said.reviewOn === null ? null : Temporal.PlainDate.from(said.reviewOn),
      }

/** Licences: sent by their owner or for him, looked at by somebody else of the staff. */
export function createLicenceRoutes(parts: LicenceRoutesParts): LicenceHandlers {
  const { store, clock, vault, people, audited } = parts
  const named = <View extends { cert: string }>(view: View) => ({ ...view, isSkill: parts.skillPapers.includes(view.cert) })
  const shown = (doc: LicenceDoc): LicenceView => named(viewOf(doc))
  const answer = (doc: Result<LicenceDoc>): Result<LicenceView> => (doc.ok ? accept(shown(doc.value)) : doc)
  const isHere = ({ staff, county }: StaffCaller, action: StaffAction, person: PersonDoc | undefined): boolean =>
    person !== undefined && can(staff, action, { county, township: person.township })
  const ownerIsHere = async (caller: StaffCaller, action: StaffAction, { person }: LicenceDoc): Promise<boolean> =>
    isHere(caller, action, await people.docById(asId<'person'>(person)))
  const bytesOf = (picture: string): Uint8Array => Buffer.from(picture, 'base64')

  return {
    async uploadLicence({ body, caller }) {
      const person = await people.docByContact(caller.contact)
      if (!person) return refuse('not-registered')
      const call = personCall(vault, caller, { route: 'uploadLicence', body })
      return answer(await uploadLicence(parts, { person, cert: body.cert, picture: bytesOf(body.picture), by: person.id, call }))
    },
    async myLicences({ caller }) {
      const person = await people.docByContact(caller.contact)
      if (!person) return refuse('not-registered')
      const sent = (await licencesOf(parts, person.id)).map(shown)
      return accept({ licences: [...sent, ...heldBefore(person, sent).map(named)] })
    },
    async uploadLicenceFor({ body, caller }) {
      const person = await people.docById(asId<'person'>(body.person))
      if (!person || !isHere(caller, 'add-licence', person)) return refuse('not-found')
      const call = personCall(vault, caller, { route: 'uploadLicenceFor', body })
      const by = staffActor(caller.staff.id).id
      const asked = { ...staffAct(caller, call), action: 'upload-licence', subjects: [person.id], facts: { cert: body.cert } } as const
      return audited(asked, async () =>
        answer(await uploadLicence(parts, { person, cert: body.cert, picture: bytesOf(body.picture), by, call })),
      )
    },
    async listLicences({ query: { state, after, limit }, caller }) {
      const page = { index: 'state', county: people.county, equals: { state }, limit, ...(after === undefined ? {} : { after }) }
      const { docs, next } = await store.find(licences, page)
      const seen = await Promise.all(docs.map((doc) => ownerIsHere(caller, 'see-licences', doc)))
      const here = docs.filter((_doc, at) => seen[at])
      return accept({ licences: here.map((doc) => ({ ...shown(doc), person: doc.person })), next: next ?? null })
    },
    async seeLicencePicture({ params, caller }) {
      const doc = await store.get(licences, people.county, params.id)
      if (!doc || !(await ownerIsHere(caller, 'open-licence', doc))) return refuse('not-found')
      const facts = { purpose: 'licence-review', fields: 'picture' }
      const act = { key: `open-picture:${randomId<'open'>(clock.now())}`, actor: staffActor(caller.staff.id), subjects: [doc.person] }
      return audited({ ...act, action: 'open-personal-data', facts }, () => openPicture(parts, params.id))
    },
    async reviewLicence({ params, body, caller }) {
      const doc = await store.get(licences, people.county, params.id)
      if (!doc || !(await ownerIsHere(caller, 'review-licence', doc))) return refuse('not-found')
      const call = personCall(vault, caller, { route: 'reviewLicence', body: [params, body] })
      const facts = { licence: params.id, decision: body.decision }
      const asked = { ...staffAct(caller, call), action: 'review-licence', subjects: [doc.person], facts } as const
      const number = body.decision === 'approve' ? body.number : ''
      const reviewing = { id: params.id, decision: decisionOf(body), number, by: staffActor(caller.staff.id).id, call }
      return audited(asked, async () => answer(await decideLicence(parts, reviewing)))
    },
  }
}
