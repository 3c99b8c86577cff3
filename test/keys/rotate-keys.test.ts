import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import { inviteStaff } from '@linggong/api/staff/invite-staff.ts'
import { staffAccounts } from '@linggong/api/staff/staff-account.collection.ts'
import { placeOf } from '@linggong/api/staff/staff-ports.ts'
import { type Chat, SCRIPT_ACCOUNT, startChat } from '@linggong/api/start-chat.ts'
import type { Address } from '@linggong/api/store/suite/database.ts'
import { openStore } from '@linggong/api/store/testing/open-store.ts'
import { checkKeys } from '@linggong/api/vault/check-keys.ts'
import { type KeyRing, readKeyRing } from '@linggong/api/vault/key-ring.ts'
import { createVault } from '@linggong/api/vault/vault.ts'
import { freezeMessage, thawMessage } from '@linggong/bot/channel/keep-message.ts'
import type { Incoming } from '@linggong/bot/channel/port.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { MORNING } from '../kit/a-county.ts'
import { allDocuments } from '../kit/all-documents.ts'
import { madeUpPeople } from '../kit/made-up-people.ts'
import { HALL, SEATED_SECRET, seatStaff } from '../kit/seat-staff.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const COMMAND = path.join(import.meta.dirname, '../../api/start-keys-rotate.ts')
const county = COUNTY.adcode
const PEOPLE = 450
/** A conversation, a line that waits, the check of the keys, somebody of the staff and an invitation. */
const OTHERS = 5
const MARKET = 'market'

const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const [OLD, NEW] = [`k2025:${base64(1)}`, `k2026:${base64(2)}`]
const INDEX = base64(9)
const NEW_INDEX = `k2026:${base64(8)}`
const ringWith = (keys: string, indexKey: string): KeyRing => readKeyRing({ keys, indexKey }, { keys: 'KEYS', indexKey: 'INDEX' })
const ringOf = (...keys: readonly string[]): KeyRing => ringWith(keys.join(','), INDEX)
const BOTH = ringOf(NEW, OLD)

interface Place {
  readonly address: Address
  readonly env: NodeJS.ProcessEnv
}

interface Asked {
  readonly ring?: string
  readonly index?: string
  readonly args?: readonly string[]
  readonly killAfter?: number
}

function rotations(place: () => Place): void {
  const rotate = ({ ring = `${NEW},${OLD}`, index = INDEX, args = [] }: Asked) =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', COMMAND, ...args], {
      env: { PATH: process.env['PATH'], LINGGONG_KEYS: ring, LINGGONG_INDEX_KEY: index, ...place().env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  /** Runs it to its end, or kills it once it has said so many lines. */
  async function run({ killAfter, ...asked }: Asked = {}) {
    const child = rotate(asked)
    const exited = once(child, 'exit')
    const out = text(child.stdout)
    const said: string[] = []
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line)
      if (said.length === killAfter) child.kill('SIGKILL')
    }
    const [code, signal] = await exited
    return { code, signal, said, out: await out }
  }

  const countUnder = async (kid: string) => (await allDocuments(place().address)).filter((json) => json.includes(`"v1.${kid}.`)).length

  async function withChat<T>(ring: KeyRing, act: (chat: Chat) => Promise<T>): Promise<T> {
    const store = await openStore(place().address)
    await checkKeys(store, createVault(ring), county)
    const chat = await startChat({ startsAt: MORNING, rooms: () => [MARKET], store, ring })
    try {
      return await act(chat)
    } finally {
      await chat.stop()
    }
  }
  const line = (from: string, text: string, id = `${from}-${text}`) => ({ from, name: from, text, id, at: MORNING })
  /** Taken on by a process that died before it answered; the next start answers it. */
  const unanswered: Incoming = { account: SCRIPT_ACCOUNT, kind: 'text', mentioned: false, ...line('asker', '帮助') }
  const portsOf = ({ county: { editor, people }, vault, clock }: Chat) => ({ editor, people, vault, clock })
  const crowd = { name: `${SCRIPT_ACCOUNT}/crowd`, count: PEOPLE, role: 'worker' } as const

  beforeEach(() =>
    withChat(ringOf(OLD), async (chat) => {
      await madeUpPeople(portsOf(chat), crowd)
      await seatStaff(chat.county.staff, HALL)
      await inviteStaff(chat.county.staff, 'invited', { roles: ['official'], scope: { kind: 'county' }, life: 'invited' })
      await chat.hear(line('new', '注册'))
      await chat.county.keepMessages<Incoming>({ freeze: freezeMessage, thaw: thawMessage }).receive(unanswered)
    }),
  )

  it('seals all there is again, so that the old key can go', async () => {
    expect(await countUnder('k2025')).toBe(PEOPLE + OTHERS)
    const { code, said } = await run()
    expect(code).toBe(0)
    expect(said).toContain(`pass 1: people: ${PEOPLE} looked at, ${PEOPLE} renewed`)
    expect(said.slice(-4)).toEqual([
      `${PEOPLE + OTHERS} renewed with k2026`,
      'sealing: nothing needs these any more: k2025',
      'finding: everything is found by first',
      'to take the older keys out: npm run keys:rotate -- --retire',
    ])
    expect([await countUnder('k2025'), await countUnder('k2026')]).toEqual([0, PEOPLE + OTHERS])
    await withChat(ringOf(NEW), async (chat) => {
      expect(await chat.county.people.byContact(`${SCRIPT_ACCOUNT}/crowd-7`)).toMatchObject({ maskedName: '廖*山' })
      expect(chat.takeSaid()).toMatchObject([{ to: 'asker' }])
      const [hall] = (await chat.county.store.find(staffAccounts, { index: 'byLogin', county, limit: 10 })).docs
      expect(hall?.totp && chat.vault.open(placeOf(hall.id, 'totp'), hall.totp.sealed)).toBe(SEATED_SECRET)
      await chat.hear(line('new', '1'))
      expect(JSON.stringify(chat.takeSaid())).toContain('名字')
      const rows = await chat.county.store.find(auditRows, { index: 'line', county, limit: 10 })
      expect(rows.docs).toMatchObject([{ action: 'rotate-keys', actor: { role: 'operator' }, facts: { ring: 'keys', kid: 'k2026' } }])
    })
  })

  it('does nothing the second time', async () => {
    await run()
    const before = (await allDocuments(place().address)).filter((json) => json.includes('"v1.'))
    const { code, said } = await run()
    expect([code, said.at(-4)]).toEqual([0, '0 renewed with k2026'])
    expect((await allDocuments(place().address)).filter((json) => json.includes('"v1.'))).toEqual(before)
  })

  it('is killed anywhere, begun anew and loses nothing of what a server does meanwhile', async () => {
    await withChat(BOTH, async (chat) => {
      let isDone = false
      const serving = (async () => {
        for (let n = 0; !isDone && n < PEOPLE; n += 1) {
          const contact = `${SCRIPT_ACCOUNT}/crowd-${n}`
          const added = await chat.county.client.addRole({ body: { role: 'employer' } }, { contact, key: `role-${n}` })
          expect(added.ok && added.value.roles).toEqual(['worker', 'employer'])
          await chat.hear(line(`talker-${n % 3}`, '注册', `talk-${n}`))
        }
      })()
      for (const killAfter of [1, 2, 3]) expect((await run({ killAfter })).signal).toBe('SIGKILL')
      expect((await run()).code).toBe(0)
      isDone = true
      await serving
      const { people } = chat.county
      const docs = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => people.docByContact(`${SCRIPT_ACCOUNT}/crowd-${n}`)))
      const done = docs.filter((doc) => doc?.roles.length === 2).length
      expect(docs.slice(0, done).every((doc) => doc?.roles.length === 2)).toBe(true)
      expect(done).toBeGreaterThan(0)
    })
    expect(await countUnder('k2025')).toBe(0)
    await withChat(ringOf(NEW), async (chat) => {
      for (const n of [0, 1, PEOPLE - 1]) expect(await chat.county.people.byContact(`${SCRIPT_ACCOUNT}/crowd-${n}`)).toBeDefined()
    })
  })

  it('changes what people are found by as well, while servers with the old ring, the new one and the next go on', async () => {
    const { indexes } = createVault(ringOf(OLD))
    const isFound = async (ring: KeyRing) => {
      await withChat(ring, async ({ county: { people } }) => {
        for (const n of [0, 7, PEOPLE - 1])
          expect(await people.byContact(`${SCRIPT_ACCOUNT}/crowd-${n}`)).toMatchObject({ maskedName: '廖*山' })
      })
    }
    const hasOld = async () =>
      (await allDocuments(place().address)).filter((json) => json.includes(indexes.one('contact', `${SCRIPT_ACCOUNT}/crowd-7`))).length
    const both = `${NEW_INDEX},${INDEX}`
    await expect(isFound(ringWith(OLD, `${NEW_INDEX},${INDEX}:retired`))).rejects.toThrow('until npm run keys:rotate says that it may go')
    await withChat(ringWith(`${NEW},${OLD}`, both), async () => {
      for (const killAfter of [1, 2]) expect((await run({ index: both, killAfter })).signal).toBe('SIGKILL')
      const { code, said, out } = await run({ index: both, args: ['--retire'] })
      expect([code, said.slice(-3)]).toEqual([
        0,
        [
          'finding: everything is found by k2026 as well, so these may be retired: first',
          'to take the older keys out: npm run keys:rotate -- --retire',
          'put this in the place of what is there, on every machine of the county, restart every process and run this once more:',
        ],
      ])
      expect(out).toBe(`LINGGONG_KEYS=${NEW}\nLINGGONG_INDEX_KEY=${NEW_INDEX},${INDEX}:retired\n`)
      expect(await hasOld()).toBe(1)
      await isFound(ringWith(`${NEW},${OLD}`, both))
      await isFound(ringWith(NEW, `${NEW_INDEX},${INDEX}:retired`))
    })
    const { code, said } = await run({ ring: NEW, index: `${NEW_INDEX},${INDEX}:retired` })
    expect([code, said.at(-1)]).toEqual([
      0,
      expect.stringMatching(/^recognising: first is retired; needed by a password or a recovery code of 1 of the staff/),
    ])
    expect(await hasOld()).toBe(0)
    await isFound(ringWith(NEW, NEW_INDEX))
    await expect(isFound(ringWith(NEW, INDEX))).rejects.toThrow('not in use any more')
  })

  it('stops before it changes anything where the ring is not the one of this database', async () => {
    const before = await allDocuments(place().address)
    const { code, said } = await run({ ring: `k2026:${base64(7)}` })
    expect([code, said.at(-1)]).toEqual([2, expect.stringContaining('the keys were not rotated')])
    expect(await allDocuments(place().address)).toEqual(before)
  })
}

describe('keys:rotate on SQLite', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linggong-keys-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  rotations(() => ({ address: ['sqlite', path.join(folder, 'county.sqlite'), ''], env: { DATA_DIR: folder } }))
})

describeWhere('mongodb', 'keys:rotate on MongoDB', () => {
  let database = ''
  beforeEach(() => {
    database = `keys_${crypto.randomUUID().replaceAll('-', '')}`
  })
  rotations(() => {
    const url = new URL(mongodbUrl ?? '')
    url.pathname = `/${database}`
    return { address: ['mongo', mongodbUrl ?? '', database], env: { MONGODB_URL: url.href } }
  })
})
