import { countyDay } from '../core/clock.ts'
import { LIMIT } from '../core/limit.ts'
import type { Consent } from '../core/person/consent.ts'
import { type ImportField, type ImportRow, readImportRow } from '../core/person/import-row.ts'
import { UNVERIFIED } from '../core/person/verification.ts'
import { accept, type Result } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import { randomId } from '../vault/digest.ts'
import { roleOf } from './people-file-copy.ts'
import { type PersonDoc, people } from './person.collection.ts'
import { personRegistered } from './person-event.ts'
import { type FiledRow, readPeopleFile } from './read-people-file.ts'
import type { RegisterPorts } from './register-person.ts'
import { sealPerson } from './seal-person.ts'

export interface ImportFilePorts extends RegisterPorts {
  readonly townships: readonly string[]
}

export interface PeopleFile {
  readonly format: 'xlsx' | 'csv'
  readonly bytes: Uint8Array
  readonly consent: Consent
  /** Says what is wrong with the file and writes nothing. */
  readonly onlyCheck: boolean
}

/** A row that is not taken, by its number, its field and why; whose it is stands in the file. */
export interface Fault {
  readonly row: number
  readonly field: ImportField
  readonly refusal: string
}

export interface ImportReport {
  readonly rows: number
  readonly registered: number
  /** Registered already, under the same ID number. */
  readonly known: number
  readonly bad: number
  readonly faults: readonly Fault[]
}

interface Sound extends ImportRow {
  readonly row: number
}

function sorted(ports: ImportFilePorts, filed: readonly FiledRow[]): { sound: readonly Sound[]; faults: Fault[] } {
  const today = countyDay(ports.clock.now())
  const sound: Sound[] = []
  const faults: Fault[] = []
  const seen = new Set<string>()
  for (const { row, typed } of filed) {
    const read = readImportRow(typed, { today, townships: ports.townships, roleOf })
    if (!read.ok)
      faults.push({ row, field: read.facts['field'] as ImportField, refusal: read.refusal }) // each refusal of a row names its field
    else if (seen.has(read.value.applicant.idNumber)) faults.push({ row, field: 'idNumber', refusal: 'id-number-twice' })
    else {
      seen.add(read.value.applicant.idNumber)
      sound.push({ row, ...read.value })
    }
  }
  return { sound, faults }
}

function docOf({ vault, people: room, clock, demo = false }: ImportFilePorts, sound: Sound, consent: Consent): PersonDoc {
  const { applicant, township, roles } = sound
  const doc = sealPerson(vault, {
    ...applicant,
    ...{ id: randomId<'person'>(clock.now()), county: room.county, contacts: [], licences: [], roles, township, demo },
    ...{ registeredAt: clock.now(), channel: 'staff', verification: UNVERIFIED, consents: [consent] },
  })
  return withEvents(doc, [personRegistered(doc)])
}

const PEOPLE_AT_ONCE = 100

/**
 * Registers the people of a spreadsheet, unless a row of it is not right: then nothing is written and each bad row is named. A row is one
 * document, so no person is ever half there; a file that a crash cut short is sent again and goes on where it was.
 */
export async function importPeopleFile(ports: ImportFilePorts, file: PeopleFile): Promise<Result<ImportReport>> {
  const filed = await readPeopleFile(file.format, file.bytes)
  if (!filed.ok) return filed
  const { sound, faults } = sorted(ports, filed.value)
  const report = { rows: filed.value.length, registered: 0, known: 0, bad: faults.length, faults: faults.slice(0, LIMIT.importFaults) }
  if (file.onlyCheck || faults.length > 0) return accept(report)
  let registered = 0
  for (let first = 0; first < sound.length; first += PEOPLE_AT_ONCE) {
    const some = sound.slice(first, first + PEOPLE_AT_ONCE)
    const inserted = await Promise.all(some.map((one) => ports.editor.insert(people, docOf(ports, one, file.consent))))
    registered += inserted.filter(({ ok }) => ok).length
  }
  return accept({ ...report, registered, known: sound.length - registered })
}
