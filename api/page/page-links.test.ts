import { beforeEach, describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { asId } from '../core/id.ts'
import { NOW } from '../core/testing/builders.ts'
import { createEditor } from '../store/editor.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { pageLinks } from './link.collection.ts'
import { createPageLinks, LINK_MINUTES } from './page-links.ts'

const county = '350428'
const person = asId<'person'>('li')
const store = openSqlite({ file: ':memory:' })
const clock = { at: NOW, now: () => clock.at }
let codes = 0
const room = () =>
  createPageLinks({
    store,
    editor: createEditor({ store, monotonicMs: () => performance.now() }),
    county,
    clock,
    newCode: () => {
      codes += 1
      return `secret-code-${codes}`
    },
  })
const links = room()
beforeEach(() => {
  clock.at = NOW
})

describe('the address of a page of one’s own', () => {
  it('opens the page it was made for, and no other', async () => {
    const { code, expiresAt } = await links.make({ page: 'wallet', person })
    expect(expiresAt).toEqual(NOW.add({ minutes: 30 }))
    expect(await links.find('wallet', code)).toMatchObject({ person, payout: null })
    expect([await links.find('payee', code), await links.use('payee', code), await links.find('wallet', `${code}x`)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it.each(Object.entries(LINK_MINUTES))('of %s opens nothing after %i minutes', async (page, minutes) => {
    const made = await links.make({ page: page as keyof typeof LINK_MINUTES, person })
    clock.at = NOW.add({ minutes }).subtract({ milliseconds: 1 })
    expect(await links.find(page as keyof typeof LINK_MINUTES, made.code)).toBeDefined()
    clock.at = NOW.add({ minutes })
    expect(await links.find(page as keyof typeof LINK_MINUTES, made.code)).toBeUndefined()
    expect(await links.use(page as keyof typeof LINK_MINUTES, made.code)).toBeUndefined()
  })

  it('is used once, also by many at once in several processes', async () => {
    const { code } = await links.make({ page: 'payee', person })
    const used = await Promise.all(Array.from({ length: 12 }, () => room().use('payee', code)))
    expect(used.filter((link) => link !== undefined)).toHaveLength(1)
    expect(await links.find('payee', code)).toBeUndefined()
  })

  it('stands nowhere but in itself', async () => {
    const { code } = await links.make({ page: 'wallet', person })
    const { docs } = await store.find(pageLinks, { index: 'expires', county, range: { field: 'expiresAt', from: '' }, limit: 100 })
    expect(docs.map((doc) => JSON.stringify(z.encode(pageLinks.schema, doc))).join()).not.toContain(code)
  })

  it('is forgotten when it opens nothing any more, and not before', async () => {
    const [wallet, payout] = [await links.make({ page: 'wallet', person }), await links.make({ page: 'payout', person, payout: 'n1' })]
    clock.at = NOW.add({ hours: 1 })
    await links.forget()
    clock.at = NOW
    expect(await links.find('wallet', wallet.code)).toBeUndefined()
    expect(await links.find('payout', payout.code)).toMatchObject({ payout: 'n1' })
  })
})
