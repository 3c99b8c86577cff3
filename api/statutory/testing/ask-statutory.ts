import type { FileAnswer } from '../../contract/file-answer.ts'
import { isFileAnswer } from '../../contract/file-answer.ts'
import { statutoryRoutes } from '../../contract/statutory.contract.ts'
import { assert } from '../../core/assert.ts'
import { aStaffActor } from '../../core/testing/staff.ts'
import { dispatcherOf, type Endpoint } from '../../http/dispatch.ts'
import { createStatutoryRoutes, type StatutoryParts } from '../statutory.routes.ts'

type Query = Readonly<Record<string, string>>
type Answered = Awaited<ReturnType<Endpoint['call']>>

/** Calls the slice's routes as they are called over the wire: what is asked is text, and is read by the contract. */
export function askStatutory(parts: StatutoryParts, staff = aStaffActor()) {
  const dispatcher = dispatcherOf(statutoryRoutes, createStatutoryRoutes(parts))
  const ask = async (
    id: keyof typeof statutoryRoutes,
    { params = {}, query = {}, contact = '' }: { params?: Query; query?: Query; contact?: string },
  ) => {
    const endpoint = dispatcher.get(id)
    assert(endpoint !== undefined, 'every row of the table has its endpoint')
    const caller = { role: endpoint.row.role, contact, key: '', county: parts.county, staff }
    return endpoint.call({ params, query, body: {}, caller })
  }
  return {
    ledger: (query: Query) => ask('exportWageLedger', { query: { format: 'csv', ...query } }),
    report: (query: Query) => ask('exportPlatformReport', { query: { format: 'csv', ...query } }),
    slip: (contact: string, number: string) => ask('seeWageSlip', { params: { number }, contact }),
  }
}

export function fileIn(answer: Answered): FileAnswer {
  assert(answer.ok && isFileAnswer(answer.value), 'the answer is a file')
  return answer.value
}

export const bytesOf = async ({ bytes }: FileAnswer): Promise<Buffer> => Buffer.concat(await Array.fromAsync(bytes))

/** The cells of a text with commas, as long as none of them holds one. */
export async function rowsOf(answer: Answered): Promise<string[][]> {
  const text = (await bytesOf(fileIn(answer))).toString('utf8')
  return text
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
}
