import { staffAct, staffActor } from '../audit/actor-of.ts'
import type { ApprovalView } from '../contract/approval.contract.ts'
import type { RouteRow, StaffCaller } from '../contract/route.ts'
import { ROUTES } from '../contract/routes.ts'
import { instantText } from '../core/clock.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { stepsOf } from '../core/staff/action.ts'
import { answerApproval, askedAt, useApproval } from '../core/staff/approval.ts'
import { can, filterFor, type StaffActor } from '../core/staff/policy.ts'
import { encloses } from '../core/staff/scope.ts'
import { deriveId } from '../vault/digest.ts'
import { onceOf } from '../vault/once-of.ts'
import { type ApprovalDoc, approvals } from './approval.collection.ts'
import { ACTION_NAME } from './rights-copy.ts'
import type { StaffPorts } from './staff-ports.ts'
import { isWeighty } from './weighty-calls.ts'

/** What a call asks for, as its row understands it. */
export interface AskedCall {
  readonly params: object
  readonly query: object
  readonly body: unknown
}

/** Two calls with the same digest ask for the same. */
const digestOf = (route: string, { params, query, body }: AskedCall): string =>
  deriveId('approved-call', JSON.stringify([route, params, query, body]))

interface Wanted {
  readonly route: string
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

const table: Readonly<Record<string, RouteRow>> = ROUTES

/** The call as its row will read it; refused where nobody has to agree to it. */
function readCall({ aloneFen }: StaffPorts, { staff }: StaffCaller, { route, ...parts }: Wanted) {
  const row = Object.hasOwn(table, route) ? table[route] : undefined
  if (row === undefined || !('action' in row)) return refuse('not-found')
  if (!can(staff, row.action)) return refuse('not-allowed')
  const [params, query, body] = [row.params.safeParse(parts.params), row.query.safeParse(parts.query), row.body.safeParse(parts.body)]
  if (!params.success || !query.success || !body.success) return refuse('bad-request', { field: 'body' })
  const call: AskedCall = { params: params.data, query: query.data, body: body.data }
  if (!stepsOf(row.action, isWeighty(route, call, aloneFen)).second) return refuse('bad-request', { field: 'body.route' })
  return accept({ action: row.action, call })
}

export async function askApproval(ports: StaffPorts, caller: StaffCaller, wanted: Wanted): Promise<Result<ApprovalDoc>> {
  const read = readCall(ports, caller, wanted)
  if (!read.ok) return read
  const { store, county, clock, audited } = ports
  const { action, call } = read.value
  const { route } = wanted
  const digest = digestOf(route, call)
  const head = { id: deriveId('staff-approval', caller.key), county, version: 1, asker: caller.staff.id, scope: caller.staff.scope }
  const fresh: ApprovalDoc = { ...head, action, route, digest, asked: JSON.stringify(call), ...askedAt(clock.now()) }
  const act = staffAct(caller, onceOf(caller, 'askApproval', digest))
  return audited({ ...act, action: 'ask-approval', subjects: [fresh.id], facts: { route } }, async () => {
    if ((await store.insert(approvals, fresh)).ok) return accept(fresh)
    const before = await store.get(approvals, county, fresh.id)
    return before?.digest === digest ? accept(before) : refuse('key-reused')
  })
}

interface Answer {
  readonly caller: StaffCaller
  readonly id: string
  readonly to: 'approved' | 'declined'
}

/** Whoever may not see it does not hear that it is there. */
export function answer({ editor, county, clock, audited }: StaffPorts, { caller, id, to }: Answer): Promise<Result<ApprovalDoc>> {
  const act = staffAct(caller, onceOf(caller, 'answerApproval', [id, to]))
  return audited({ ...act, action: 'answer-approval', subjects: [id], facts: { answer: to } }, () =>
    editor.edit(approvals, { county, id }, (doc) => {
      if (!maySee(caller.staff, doc)) return refuse('not-found')
      return answerApproval(doc, { by: caller.staff, to, now: clock.now() })
    }),
  )
}

/** One's own, and where one's right reaches further, those of people who work within one's own scope. */
function maySee(staff: StaffActor, { asker, scope }: ApprovalDoc): boolean {
  const filter = filterFor(staff, 'see-approvals')
  if (filter === undefined) return false
  return asker === staff.id || (filter.owner === undefined && encloses(staff.scope, scope))
}

interface Listing {
  readonly state: ApprovalDoc['state']
  readonly after?: string | undefined
  readonly limit: number
}

export async function listApprovals({ store, county }: StaffPorts, staff: StaffActor, { state, after, limit }: Listing) {
  const filter = filterFor(staff, 'see-approvals')
  if (filter === undefined) return { approvals: [], next: null }
  const { owner } = filter
  const rows = owner === undefined ? { index: 'state', equals: { state } } : { index: 'askedBy', equals: { asker: owner, state } }
  const page = await store.find(approvals, { ...rows, county, descending: true, limit, ...(after === undefined ? {} : { after }) })
  return { approvals: page.docs.filter((doc) => maySee(staff, doc)), next: page.next ?? null }
}

export const showApproval = (doc: ApprovalDoc, names: ApprovalView['names']): ApprovalView => ({
  id: doc.id,
  asker: doc.asker,
  action: doc.action,
  title: ACTION_NAME[doc.action],
  route: doc.route,
  asked: JSON.parse(doc.asked),
  names,
  state: doc.state,
  askedAt: instantText(doc.askedAt),
  endsAt: instantText(doc.endsAt),
  answeredBy: doc.answeredBy,
})

const LOOKED_AT = 10

/** Uses up what a second person agreed to, for just this call; refused where there is nothing to use. */
export async function spendApproval(ports: StaffPorts, caller: StaffCaller, { route, call }: { route: string; call: AskedCall }) {
  const { store, editor, county, clock, audit } = ports
  const equals = { asker: caller.staff.id, digest: digestOf(route, call) }
  const { docs } = await store.find(approvals, { index: 'call', county, equals, descending: true, limit: LOOKED_AT })
  for (const { id } of docs) {
    const used = await editor.edit(approvals, { county, id }, (doc) => useApproval(doc, caller.key, clock.now()))
    if (!used.ok) continue
    const about = { key: `use-approval:${id}`, actor: staffActor(caller.staff.id), subjects: [id], facts: { route } }
    await audit({ ...about, action: 'use-approval' })
    return accept(true)
  }
  return refuse('second-person-needed')
}
