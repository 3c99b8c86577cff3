import { asId } from '@linggong/api/core/id.ts'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import { importPeople } from '@linggong/api/person/import-person.ts'

type Ports = Parameters<typeof importPeople>[0]

export interface Crowd {
  /** Contacts are `NAME-0`, `NAME-1` … */
  readonly name: string
  readonly count: number
  readonly role: 'worker' | 'employer'
  /** Each is born a day after the one before, so crowds of different first birthdays have different ID numbers. */
  readonly firstBirthday?: string
}

/** Registers people who cannot exist but whose numbers are right; gives their contacts. */
export async function madeUpPeople(ports: Ports, { name, count, role, firstBirthday = '1970-01-01' }: Crowd): Promise<readonly string[]> {
  const all = Array.from({ length: count }, (_, index) => ({
    name: '廖大山',
    idNumber: anIdNumber(birthDate(firstBirthday, index)),
    phone: `199${String(index).padStart(8, '0')}`,
    roles: [role],
    contact: asId<'contact'>(`${name}-${index}`),
    demo: false,
    at: ports.clock.now(),
    announced: false,
  }))
  const imported = await importPeople(ports, all)
  const failed = imported.find((one) => !one.ok)
  if (failed) throw new Error(`a made-up person was refused: ${JSON.stringify(failed)}`)
  return all.map(({ contact }) => contact)
}

const birthDate = (first: string, index: number): string =>
  Temporal.PlainDate.from(first).add({ days: index }).toString().replaceAll('-', '')
