import type { Clock } from '../core/clock.ts'
import { sendAgain } from '../core/company/company.ts'
import { type CreditCode, kindOfCode, readCreditCode } from '../core/company/credit-code.ts'
import { asId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { type CleanPicture, cleanPicture } from '../core/picture/picture.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { EMPTY_OUTBOX } from '../event/outbox.ts'
import type { Editor } from '../store/editor.ts'
import { type Once, once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'
import type { Vault } from '../vault/vault.ts'
import { type CompanyDoc, companies, companyPictures } from './company.collection.ts'

export interface CompanyPorts {
  readonly store: Pick<Store, 'get' | 'getBy' | 'find' | 'remove'>
  readonly editor: Pick<Editor, 'insert' | 'edit'>
  readonly vault: Pick<Vault, 'seal' | 'open' | 'indexes' | 'blindIndex'>
  readonly clock: Clock
  readonly county: string
}

export interface SentCompany {
  readonly person: { readonly id: string; readonly township: string; readonly demo: boolean }
  readonly name: string
  readonly creditCode: string
  readonly picture: Uint8Array
  /** Himself by his id, or the account of the staff. */
  readonly by: string
  readonly call: Once
}

type Read = Omit<SentCompany, 'creditCode' | 'picture'> & { readonly creditCode: CreditCode; readonly picture: CleanPicture }

/** As it stands on the business licence: Chinese signs, letters, digits, dots and brackets. */
const NAME = /^[\p{sc=Han}\p{L}\p{N}·.&（）() -]{2,}$/u
const readName = (typed: string): string | undefined => {
  const name = typed.normalize('NFC').trim()
  return NAME.test(name) && name.length <= LIMIT.companyNameCharacters ? name : undefined
}

export const companyId = (county: string, creditCode: string): string => deriveId('company', `${county}\0${creditCode}`)
export const pictureAt = (id: string) => ({ collection: companyPictures.name, id, field: 'picture' })

/**
 * Takes a company in, or a newer picture of one that is known, to be looked at by somebody else. The picture is written first, so that there
 * never is a company without one.
 */
export async function registerCompany(ports: CompanyPorts, sent: SentCompany): Promise<Result<CompanyDoc>> {
  const code = readCreditCode(sent.creditCode)
  if (!code.ok) return code
  const name = readName(sent.name)
  if (name === undefined) return refuse('company-name-invalid')
  const picture = cleanPicture(sent.picture)
  if (!picture.ok) return picture
  const read: Read = { ...sent, name, creditCode: code.value, picture: picture.value }
  const id = companyId(ports.county, code.value)
  const before = await ports.store.get(companies, ports.county, id)
  return before === undefined ? insert(ports, id, read) : replacePicture(ports, id, read)
}

const pictureIdOf = ({ call }: Read): string => deriveId('company-picture', call.key)

async function keepPicture({ editor, vault, clock, county }: CompanyPorts, company: string, sent: Read): Promise<void> {
  const id = pictureIdOf(sent)
  const { format, bytes } = sent.picture
  const sealed = vault.seal(pictureAt(id), Buffer.from(bytes).toString('base64'))
  await editor.insert(companyPictures, { id, county, version: 1, company, sentAt: clock.now(), format, sealed })
}

async function insert(ports: CompanyPorts, id: string, sent: Read): Promise<Result<CompanyDoc>> {
  const { editor, clock, county } = ports
  const { person, name, creditCode, by, call } = sent
  await keepPicture(ports, id, sent)
  const at = clock.now()
  const doc: CompanyDoc = {
    ...{ id, county, version: 1, name, creditCode, kind: kindOfCode(creditCode), demo: person.demo, township: person.township },
    ...{ representatives: [{ person: asId<'person'>(person.id), addedBy: by, addedAt: at }], sentBy: by, sentAt: at },
    ...{ isSentAgain: false, looks: 0, picture: pictureIdOf(sent), standing: { state: 'waiting' }, invitation: null },
    ...EMPTY_OUTBOX,
    keys: [{ ...call, refused: null }],
  }
  const inserted = await editor.insert(companies, doc)
  return inserted.ok ? accept(doc) : replacePicture(ports, id, sent)
}

/** Whoever sees the company sees the newest picture; the one before is kept nowhere. */
async function replacePicture(ports: CompanyPorts, id: string, sent: Read): Promise<Result<CompanyDoc>> {
  const { store, editor, clock, county } = ports
  const { person, name, by, call } = sent
  const at = clock.now()
  let older: string | undefined
  const decide = (doc: CompanyDoc) => {
    const again = sendAgain(doc, { by, at, person: asId<'person'>(person.id), name })
    if (!again.ok) return again
    older = doc.picture
    return accept({ doc: { ...again.value, picture: pictureIdOf(sent) } })
  }
  const before = await store.get(companies, county, id)
  const allowed = before === undefined ? refuse('try-again') : once<CompanyDoc>(call, decide)(before)
  if (!allowed.ok) return allowed
  older = undefined
  await keepPicture(ports, id, sent)
  const edited = await editor.edit(companies, { county, id }, once<CompanyDoc>(call, decide), { missing: 'try-again' })
  if (edited.ok && older !== undefined && older !== edited.value.picture) await store.remove(companyPictures, county, older)
  return edited
}
