import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { anIdNumber } from '../core/person/testing/id-numbers.ts'
import { NOW } from '../core/testing/builders.ts'
import { bindPayee } from './bind-payee.ts'
import { people } from './person.collection.ts'
import { aPersonRoom } from './testing/person-room.ts'

async function aRoom() {
  const room = aPersonRoom()
  await room.register('wx/liao', 'm1')
  await room.register('wx/chen', 'm2', { idNumber: anIdNumber('19810101'), name: '陈小旺' })
  const [liao, chen] = await Promise.all(['wx/liao', 'wx/chen'].map((contact) => room.people.byContact(contact)))
  if (liao === undefined || chen === undefined) throw new Error('two have registered')
  let links = 0
  const bind = (openid: string, { person = liao.id, cause }: { person?: typeof liao.id; cause?: string } = {}) => {
    links += 1
    return bindPayee({ ...room.ports, vault: room.vault }, { person, openid, cause: cause ?? `link-${links}` })
  }
  const news = async () => (await room.events()).filter(({ type }) => type === 'payeeBound').map(({ facts }) => facts)
  return { ...room, liao: liao.id, chen: chen.id, bind, news }
}

describe('the account that payouts go to', () => {
  it('is named once, opens without the name of its owner, and takes money at once', async () => {
    const { bind, people: found, liao, news } = await aRoom()
    expect(await found.payeeOf(liao)).toBeUndefined()
    expect(await bind('o-liao')).toEqual({ ok: true, value: { changed: false } })
    expect(await found.payeeOf(liao)).toMatchObject({ openid: 'o-liao', name: undefined, from: NOW })
    expect(await news()).toEqual([{ person: liao, changed: false, from: '2026-11-22T23:30:00.000Z' }])
  })

  it('named again is no news', async () => {
    const { bind, people: found, liao, news } = await aRoom()
    await bind('o-liao')
    const before = await found.payeeOf(liao)
    expect(await bind('o-liao')).toEqual({ ok: true, value: { changed: false } })
    expect([await found.payeeOf(liao), (await news()).length]).toEqual([before, 1])
  })

  it('that takes the place of another takes money only after its owner could object, and he is told', async () => {
    const { bind, people: found, liao, news, clock } = await aRoom()
    await bind('o-liao')
    const before = await found.payeeOf(liao)
    clock.at = NOW.add({ hours: 5 })
    expect(await bind('o-thief')).toEqual({ ok: true, value: { changed: true } })
    const after = await found.payeeOf(liao)
    expect(after).toMatchObject({ openid: 'o-thief', from: NOW.add({ hours: 29 }) })
    expect(after?.mark).not.toBe(before?.mark)
    expect(await news()).toMatchObject([{ changed: false }, { changed: true }])
    clock.at = NOW
  })

  it('is one person’s only', async () => {
    const { bind, people: found, chen } = await aRoom()
    await bind('o-liao')
    expect(await bind('o-liao', { person: chen })).toMatchObject({ ok: false, refusal: 'payee-in-use' })
    expect(await found.payeeOf(chen)).toBeUndefined()
    expect(await bind('o-chen', { person: chen })).toMatchObject({ ok: true })
  })

  it('of nobody is none', async () => {
    const { bind, people: found } = await aRoom()
    expect(await bind('o-x', { person: 'nobody' as Awaited<ReturnType<typeof aRoom>>['liao'] })).toMatchObject({
      refusal: 'not-registered',
    })
    expect(await found.payeeOf('nobody')).toBeUndefined()
  })

  it('is sealed, and its mark says nothing', async () => {
    const { bind, stored } = await aRoom()
    await bind('o-canary-account')
    const text = JSON.stringify((await stored()).map((doc) => z.encode(people.schema, doc)))
    expect(text).not.toContain('canary')
    expect(text).toContain('"payee":{"blind":')
  })

  it('is none for a person who was stored before there were any', async () => {
    const { stored } = await aRoom()
    const [doc] = await stored()
    const { payee: _, ...older } = z.encode(people.schema, doc as NonNullable<typeof doc>) as Record<string, unknown>
    expect(z.decode(people.schema, older as Parameters<typeof z.decode<typeof people.schema>>[1])).toMatchObject({
      id: doc?.id,
      payee: null,
    })
  })
})
