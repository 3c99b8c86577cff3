import { type mock, PuppetMock } from 'wechaty-puppet-mock'
import type { Incoming } from '../port.ts'
import { UNPACED } from '../wechaty/puppets.ts'
import { createWechatyChannel } from '../wechaty/wechaty-channel.ts'
import { recordedLog } from './quiet-log.ts'

/** A puppet that does not start at its first attempts, or never logs in, or is the plain mock. */
export interface MockFaults {
  readonly failingStarts?: number
  readonly loginLost?: boolean
  /** What a puppet says that sends no files. */
  readonly noFiles?: string
}

interface SentFile {
  readonly to: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly alt: unknown
}

class FailingPuppet extends PuppetMock {
  override async onStart(): Promise<void> {
    throw new Error('no network')
  }
}

/** The plain mock tells nobody which file it was given. */
function filesOf(puppet: PuppetMock, files: SentFile[], { noFiles }: MockFaults): void {
  puppet.messageSendFile = async (to, file) => {
    if (noFiles !== undefined) throw new Error(noFiles)
    const { name, mediaType, metadata } = file
    files.push({ to, name, mediaType, bytes: new Uint8Array(await file.toBuffer()), alt: metadata['alt'] })
  }
}

export const NOON = Temporal.Instant.from('2026-11-23T12:00:00+08:00')

/** The wechaty channel on wechaty's own mock puppet, with the gaps of that mock as they are. */
export function mockAccount(faults: MockFaults = {}) {
  const { failingStarts = 0, loginLost = false } = faults
  const puppets: PuppetMock[] = []
  const files: SentFile[] = []
  const heard: Incoming[] = []
  const log = recordedLog()
  const make = () => {
    const puppet = puppets.length < failingStarts ? new FailingPuppet() : new PuppetMock()
    puppets.push(puppet)
    filesOf(puppet, files, faults)
    if (!loginLost) puppet.mocker.use(logIn)
    return puppet
  }
  const capabilities = { groups: true, privateChats: true, initiates: true, cards: false, pictures: true, pace: UNPACED }
  const kind = { name: 'mock', capabilities, load: async () => make }
  const patience = { loginMs: loginLost ? 5 : 10_000, pauseMs: 1, orderMs: 20 }
  const channel = createWechatyChannel({ puppet: kind, account: 'acct', clock: { now: () => NOON }, log, patience })
  return {
    channel,
    puppets,
    files,
    heard,
    log,
    hear: async (message: Incoming) => void heard.push(message),
    ...people(() => puppets.at(-1)),
  }
}

export const BOT = { id: 'bot', name: '零工小助手' }

function logIn(mocker: mock.Mocker): () => void {
  mocker.login(mocker.createContact(BOT))
  mocker.createContact({ id: 'li', name: '李四' })
  mocker.createContact({ id: 'wang', name: '老王' })
  mocker.createRoom({ id: 'group@chatroom', topic: '零工群', memberIdList: ['bot', 'li', 'wang'] })
  return () => undefined
}

function people(current: () => PuppetMock | undefined) {
  const mocker = () => {
    const puppet = current()
    if (puppet === undefined) throw new Error('No puppet was made yet.')
    return puppet.mocker
  }
  const contact = (id: string) => mocker().ContactMock.load(id)
  return {
    contact,
    /** In private to the bot. */
    whisper: (from: string, text: string) => contact(from).say(text).to(contact('bot')),
    /** In the group; nobody is listed as mentioned unless named here. */
    call: (from: string, text: string, mentioned: readonly string[] = []) =>
      contact(from).say(text, mentioned.map(contact)).to(mocker().RoomMock.load('group@chatroom')),
  }
}
