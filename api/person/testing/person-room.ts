import { createAudit, createAudited } from '../../audit/audit.ts'
import type { Caller } from '../../contract/route.ts'
import { anIdNumber } from '../../core/person/testing/id-numbers.ts'
import type { StaffActor } from '../../core/staff/policy.ts'
import { NOW } from '../../core/testing/builders.ts'
import { aStaffActor } from '../../core/testing/staff.ts'
import { createEditor } from '../../store/editor.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { memoryKeyRing } from '../../vault/key-ring.ts'
import { createVault } from '../../vault/vault.ts'
import { createPeople } from '../find-person.ts'
import { people as collection } from '../person.collection.ts'
import { createPersonRoutes } from '../person.routes.ts'
import { createSandboxCodeSender } from '../sandbox/sandbox-code-sender.ts'
import { createSandboxVerifier } from '../sandbox/sandbox-verifier.ts'
import { createStationRoutes } from '../station.routes.ts'

const COUNTY = '350428'

/** The person slice over a real store, in memory unless told, with a clock that stands until it is told. */
export function aPersonRoom({ store = openSqlite({ file: ':memory:' }), ring = memoryKeyRing(), county = COUNTY } = {}) {
  const clock = { at: NOW, now: () => clock.at }
  const vault = createVault(ring)
  /** What one process has of its own; a second one shares only the store and the keys. */
  const aProcess = () => {
    const people = createPeople({ store, vault, clock, county })
    const ports = { editor: createEditor({ store, monotonicMs: () => clock.at.epochMilliseconds }), clock, people, vault }
    const verifier = createSandboxVerifier()
    const codeSender = createSandboxCodeSender()
    let codes = 0
    const newPhoneCode = () => String(10_000_000 + ++codes)
    const audited = createAudited(createAudit({ store, county, clock }))
    const parts = {
      ...ports,
      store,
      verifier,
      codeSender,
      newPhoneCode,
      audited,
      townships: ['古镛镇', '高唐镇'],
      trades: ['电焊', '泥瓦'],
    }
    const routes = createPersonRoutes(parts)
    return {
      people,
      ports,
      verifier,
      codeSender,
      ...aDesk(routes, county),
      ...aStation(createStationRoutes({ ...parts, newBindingCode: () => '12345678' }), county),
    }
  }
  const stored = async () => (await store.find(collection, { index: 'registered', county, limit: 100 })).docs
  const events = async () => (await stored()).flatMap(({ outbox }) => outbox)
  const clear = async () => void (await Promise.all((await stored()).map(({ id }) => store.remove(collection, county, id))))
  return { clock, vault, store, stored, events, clear, aProcess, ...aProcess() }
}

/** Says what a contact does, by the key of the message. */
function aDesk(routes: ReturnType<typeof createPersonRoutes>, county: string) {
  const of = (contact: string, key: string) => ({ params: {}, query: {}, caller: aCaller(contact, key, county) })
  return {
    routes,
    register: (contact: string, key: string, about: About = {}) => routes.registerPerson({ ...of(contact, key), body: aBody(about) }),
    bind: (contact: string, key: string, code: string) => routes.bindContact({ ...of(contact, key), body: { code } }),
    tellSkills: (contact: string, key: string, skills: string[], wishes: string[] = []) =>
      routes.tellSkills({ ...of(contact, key), body: { skills, wishes } }),
    askPhoneCodes: (contact: string, key: string, phone: string) => routes.askPhoneCodes({ ...of(contact, key), body: { phone } }),
    changePhone: (contact: string, key: string, body: { phone: string; oldCode: string; newCode: string }) =>
      routes.changePhone({ ...of(contact, key), body }),
    tellTownship: (contact: string, key: string, township: string) => routes.tellTownship({ ...of(contact, key), body: { township } }),
    checkIdNumber: (contact: string, key: string, idNumber: string) => routes.checkIdNumber({ ...of(contact, key), body: { idNumber } }),
    addRole: (contact: string, key: string, role: Role) => routes.addRole({ ...of(contact, key), body: { role } }),
    seeMe: (contact: string, inCounty = county) =>
      routes.seeMe({ params: {}, query: {}, body: {}, caller: aCaller(contact, '', inCounty) }),
  }
}

/** Says what the people of a station do. */
function aStation(routes: ReturnType<typeof createStationRoutes>, county: string) {
  const of = (key: string, staff = aStaffActor()) => ({
    params: {},
    query: {},
    caller: { role: 'staff', contact: '', key, county, staff } as const,
  })
  const consent = { how: 'paper', text: '2026-11' } as const
  return {
    atStation: (key: string, about: About & { township?: string }) =>
      routes.registerAtStation({
        ...of(key),
        body: { ...aCard(about), phone: about.phone ?? '13800001234', roles: ['worker'], township: about.township ?? '古镛镇', consent },
      }),
    giveCode: (key: string, about: About) => routes.giveBindingCode({ ...of(key), body: aCard(about) }),
    find: (idNumber: string, staff = aStaffActor()) => routes.findPerson({ ...of('find', staff), body: { idNumber } }),
    verify: (key: string, about: About) => routes.verifyAtCounter({ ...of(key), body: aCard(about) }),
    correct: (key: string, who: Who, right: Right, staff = aStaffActor()) =>
      routes.correctPerson({ ...of(key, staff), body: { who, right, cardSeen: true as const } }),
    importFile: (key: string, file: Uint8Array, { format = 'csv', onlyCheck = false, staff = aStaffActor() }: FileSaid = {}) =>
      routes.importPeople({ ...of(key, staff), body: { format, file: Buffer.from(file).toString('base64'), consent, onlyCheck } }),
  }
}

type Who = Parameters<ReturnType<typeof createStationRoutes>['correctPerson']>[0]['body']['who']
type Right = Parameters<ReturnType<typeof createStationRoutes>['correctPerson']>[0]['body']['right']
type FileSaid = { format?: 'csv' | 'xlsx'; onlyCheck?: boolean; staff?: StaffActor }
const aCard = ({ name = '廖大山', idNumber = anIdNumber('19800101') }: About) => ({ name, idNumber, cardSeen: true as const })

const aCaller = (contact: string, key: string, county: string): Caller => ({
  role: 'contact',
  contact,
  key: key === '' ? '' : `${contact}:${key}`,
  county,
})

type Role = 'worker' | 'employer'
type About = {
  role?: Role
  name?: string
  idNumber?: string
  phone?: string
  guardian?: { name: string; phone: string; consent: true }
}

const aBody = (about: About) => ({
  role: 'worker' as const,
  name: '廖大山',
  idNumber: anIdNumber('19800101'),
  phone: '13800001234',
  consent: true as const,
  ...about,
})
