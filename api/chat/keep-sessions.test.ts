import { describe, expect, it } from '@jest/globals'
import { deriveId } from '../vault/digest.ts'
import { VaultError } from '../vault/vault-error.ts'
import { keepSessions } from './keep-sessions.ts'
import { sessions } from './session.collection.ts'
import { aChat, county } from './testing/a-chat.ts'

const form = { name: '廖大山', idNumber: '350428199001011234' }
const docOf = (chat: ReturnType<typeof aChat>, conversation: string) => chat.store.get(sessions, county, deriveId('session', conversation))

describe('a conversation', () => {
  it('is remembered as it was saved last', async () => {
    const { load, save } = keepSessions<object>(aChat())
    await save('wx1/li', { form: null })
    await save('wx1/li', { form })
    expect(await load('wx1/li')).toEqual({ form })
  })

  it('that nobody began is not remembered', async () => {
    const { load, save } = keepSessions<object>(aChat())
    await save('wx1/li', { form })
    expect(await load('wx1/chen')).toBeUndefined()
  })

  it('stands sealed under a name that tells nothing', async () => {
    const chat = aChat()
    await keepSessions<object>(chat).save('wx1/li', { form })
    expect(JSON.stringify(await docOf(chat, 'wx1/li'))).not.toMatch(/wx1|li"|廖|350428199001011234/)
  })

  it('cannot be passed off as another', async () => {
    const chat = aChat()
    const { load, save } = keepSessions<object>(chat)
    await save('wx1/li', { form })
    await save('wx1/chen', { form: null })
    const [lis, chens] = [await docOf(chat, 'wx1/li'), await docOf(chat, 'wx1/chen')]
    if (!lis || !chens) throw new Error('both were saved')
    await chat.store.replace(sessions, { ...chens, sealed: lis.sealed, version: 2 }, 1)
    await expect(load('wx1/chen')).rejects.toThrow(VaultError)
  })

  it('saved twice at once is one of the two', async () => {
    const { load, save } = keepSessions<object>(aChat())
    await Promise.all([save('wx1/li', { n: 1 }), save('wx1/li', { n: 2 })])
    expect([{ n: 1 }, { n: 2 }]).toContainEqual(await load('wx1/li'))
  })
})
