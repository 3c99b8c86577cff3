import { afterEach, describe, expect, it } from '@jest/globals'
import { PICTURE_BYTES } from '../port.ts'
import { mockAccount, NOON } from '../testing/mock-account.ts'
import { until } from '../testing/until.ts'
import { createWechatyChannel } from './wechaty-channel.ts'

/** A turn of the event loop in which wechaty has handled whatever was said before. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

let stop: () => Promise<void> = async () => undefined
afterEach(() => stop())

async function started(faults?: Parameters<typeof mockAccount>[0], onIncoming?: () => Promise<void>) {
  const account = mockAccount(faults)
  stop = () => account.channel.stop()
  await account.channel.start(onIncoming ?? account.hear)
  return account
}

describe('what the wechaty channel hears', () => {
  it('tells who said what, where and when, by ids', async () => {
    const { whisper, call, heard } = await started()
    whisper('li', '找活')
    call('wang', '抢1024')
    await settle()
    expect(heard).toMatchObject([
      { account: 'acct', from: 'li', name: '李四', text: '找活', mentioned: false, kind: 'text' },
      { account: 'acct', from: 'wang', name: '老王', room: 'group@chatroom', text: '抢1024', mentioned: false, kind: 'text' },
    ])
    expect(heard[0]).not.toHaveProperty('room')
    expect(heard[0]).not.toHaveProperty('quote')
    expect(new Set(heard.map(({ id }) => id)).size).toBe(2)
    expect(heard[0]?.at).toBeInstanceOf(Temporal.Instant)
  })

  it('drops its own messages, which come back', async () => {
    const { channel, heard, whisper } = await started()
    await channel.send({ to: { contact: 'li' }, text: '你好' })
    whisper('li', '你好')
    await settle()
    expect(heard.map(({ from }) => from)).toEqual(['li'])
  })

  it.each([
    ['listed', '@零工小助手\u2005抢1024', ['bot'], true, '抢1024'],
    ['not listed, as the empty list would have it', '@零工小助手\u2005抢1024', [], true, '抢1024'],
    ['called full-width', '＠零工小助手 抢1024', [], true, '抢1024'],
    ['only one of everybody', '@所有人\u2005抢1024', ['bot', 'wang'], false, '@所有人\u2005抢1024'],
    ['not called', '抢1024', [], false, '抢1024'],
  ])('knows whether it is meant: %s', async (_what, text, listed, mentioned, rest) => {
    const { call, heard } = await started()
    call('li', text, listed)
    await settle()
    expect(heard).toMatchObject([{ mentioned, text: rest }])
  })

  it('takes a quote apart and looks for the @ in the answer only', async () => {
    const { call, heard } = await started()
    call('li', '「零工小助手：@零工小助手 1024 搬办公桌」\n- - - - - - -\n我来')
    await settle()
    expect(heard).toMatchObject([{ quote: '@零工小助手 1024 搬办公桌', text: '我来', mentioned: false }])
  })

  it('keeps the order of a burst although wechaty does not', async () => {
    const { call, heard } = await started()
    for (let n = 0; n < 1_000; n += 1) call(n % 2 === 0 ? 'li' : 'wang', String(n))
    await settle()
    expect(heard.map(({ text }) => text)).toEqual(Array.from({ length: 1_000 }, (_, n) => String(n)))
  })

  it('takes a senseless time for now', async () => {
    const { contact, puppets, heard } = await started()
    const payload = { id: 'odd', talkerId: 'li', listenerId: 'bot', text: '找活', timestamp: Number.NaN, type: 7 }
    puppets[0]?.mocker.MessageMock.create(payload)
    puppets[0]?.emit('message', { messageId: 'odd' })
    await settle()
    expect(contact('li')).toBeDefined()
    expect(heard).toMatchObject([{ id: 'odd', at: NOON }])
  })
})

describe('what goes wrong in the wechaty channel', () => {
  it('logs a listener that rejects or throws, and goes on', async () => {
    let calls = 0
    const { whisper, log } = await started({}, () => {
      calls += 1
      if (calls === 1) throw new Error('thrown')
      return Promise.reject(new Error('rejected'))
    })
    whisper('li', '一')
    whisper('li', '二')
    whisper('li', '三')
    await settle()
    expect(calls).toBe(3)
    expect(log.entries.filter(({ level }) => level === 'error')).toHaveLength(3)
  })

  it('survives an event about a message nobody has', async () => {
    const { puppets, whisper, heard, log } = await started()
    puppets[0]?.emit('message', { messageId: 'gone' })
    puppets[0]?.emit('error', new Error('the network coughed'))
    await settle()
    expect(log.entries.filter(({ level }) => level === 'warn').length).toBeGreaterThanOrEqual(2)
    whisper('li', '还在吗')
    await until(() => heard.length > 0)
    expect(heard).toMatchObject([{ text: '还在吗' }])
  })

  it('says nothing of an id where the puppet tells none', async () => {
    const { channel } = await started()
    expect(await channel.send({ to: { room: 'group@chatroom', mention: ['li', 'nobody'] }, text: '已满' })).toEqual({})
    expect(await channel.send({ to: { contact: 'li' }, text: '你好' })).toEqual({})
  })

  it.each([{ contact: 'nobody' }, { room: 'nowhere@chatroom' }])('refuses to send to %j', async (to) => {
    const { channel } = await started()
    await expect(channel.send({ to, text: '你好' })).rejects.toThrow('does not know')
  })

  it('refuses to send before it is logged in and after it has stopped', async () => {
    const { channel } = mockAccount()
    await expect(channel.send({ to: { contact: 'li' }, text: '你好' })).rejects.toThrow('not ready: not started')
    const running = await started()
    await running.channel.stop()
    await expect(running.channel.send({ to: { contact: 'li' }, text: '你好' })).rejects.toThrow('not ready: stopped')
  })
})

describe('a picture on the wechaty channel', () => {
  const picture = { name: 'qr.png', alt: '付款码', png: new Uint8Array([0x89, 0x50]) }

  it.each([{ contact: 'li' }, { room: 'group@chatroom' }])('goes to %j as a file with its name and its bytes', async (to) => {
    const { channel, files } = await started()
    await channel.send({ to, picture })
    expect(files).toEqual([{ to: Object.values(to)[0], name: 'qr.png', mediaType: 'image/png', bytes: picture.png, alt: '付款码' }])
  })

  it('is given up where the puppet can send none, since the words are out already', async () => {
    const { channel, log } = await started({ noFiles: 'Wechaty Puppet Unsupported API Error. Learn More' })
    expect(await channel.send({ to: { contact: 'li' }, picture })).toEqual({})
    expect(log.entries).toContainEqual(expect.objectContaining({ level: 'warn', facts: { channel: 'mock' } }))
    expect(JSON.stringify(log.entries)).not.toContain('付款码')
  })

  it('that only failed is not given up', async () => {
    const { channel } = await started({ noFiles: 'upload failed' })
    await expect(channel.send({ to: { contact: 'li' }, picture })).rejects.toThrow('upload failed')
  })

  it('is not sent when it is too large', async () => {
    const { channel, files } = await started()
    const png = new Uint8Array(PICTURE_BYTES + 1)
    await expect(channel.send({ to: { contact: 'li' }, picture: { ...picture, png } })).rejects.toThrow('too large')
    expect(files).toEqual([])
  })
})

describe('the login of the wechaty channel', () => {
  it('is begun anew with a new puppet after a logout', async () => {
    const { channel, puppets, whisper, heard } = await started()
    await puppets[0]?.logout('kicked')
    await until(() => puppets.length > 1 && channel.health().ready)
    whisper('li', '又来了')
    await settle()
    expect(heard.map(({ text }) => text)).toEqual(['又来了'])
  })

  it('is begun anew when the puppet does not start', async () => {
    const { channel, puppets, log } = await started({ failingStarts: 1 })
    expect(log.entries).toContainEqual(
      expect.objectContaining({ facts: expect.objectContaining({ detail: 'login failed: the puppet did not start' }) }),
    )
    await until(() => channel.health().ready)
    expect(puppets).toHaveLength(2)
    // wechaty itself takes five seconds to give up a puppet that failed.
  }, 20_000)

  it('is given up and begun anew when nothing happens', async () => {
    const { channel, puppets, log } = await started({ loginLost: true })
    await until(() => puppets.length > 2)
    expect(log.entries).toContainEqual(
      expect.objectContaining({ facts: expect.objectContaining({ detail: 'login failed: neither a login nor a QR code in time' }) }),
    )
    expect(channel.health().ready).toBe(false)
  })

  it('waits on while a QR code is shown, and says so', async () => {
    const { channel, puppets } = mockAccount({ loginLost: true })
    stop = () => channel.stop()
    const start = channel.start(async () => undefined)
    await until(() => puppets.length > 0)
    puppets[0]?.emit('scan', { qrcode: 'https://example.invalid/qr', status: 2 })
    await start
    expect(channel.health().detail).toBe('waits for its QR code to be scanned')
  })

  it('ends with stop, even before it has begun and more than once', async () => {
    const { channel } = mockAccount()
    await channel.stop()
    await channel.stop()
    const running = await started()
    const { stop: end } = running.channel
    await Promise.all([end(), end()])
    expect(running.channel.health()).toEqual({ ready: false, detail: 'stopped' })
  })

  it('is not begun with an unknown puppet', () => {
    const { log } = mockAccount()
    expect(() => createWechatyChannel({ puppet: 'wechaty-puppet-nonsense', account: 'a', clock: { now: () => NOON }, log })).toThrow(
      'Unknown puppet',
    )
  })
})
