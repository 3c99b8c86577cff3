import { FileBox, type FileBoxInterface } from 'file-box'
import { type Puppet, type payloads, types } from 'wechaty-puppet'
import { PuppetMock } from 'wechaty-puppet-mock'
import { PICTURE_BYTES } from '../port.ts'
import { toMessagePayload } from './message-payload.ts'
import type { Network } from './network.ts'
import type { Room } from './page/wire.ts'

/** wechaty keeps the latest messages a second time; each may be long. */
const OPTIONS = { cache: { message: 100 } }

// PuppetMock declares that nothing it sends has an id, which is one of its gaps; the class is the same, its declared type the wider Puppet.
const Mock = PuppetMock as unknown as new (options: typeof OPTIONS) => Puppet

/**
 * PuppetMock with its gaps filled, for one account on our own network: messages have mention ids, quotes in WeChat's form and room aliases,
 * what is sent has an id and is kept, cards and pictures arrive. Messages live in the network's log, which forgets; the mock's never does.
 */
export class SimPuppet extends Mock {
  readonly #network: Network
  readonly #aliases = new Map<string, string>()
  #connecting: NodeJS.Immediate | undefined
  readonly #hear = (messageId: string): void => {
    this.emit('message', { messageId })
  }

  constructor(network: Network) {
    super(OPTIONS)
    this.#network = network
  }

  /** The mock's own start and stop only drive its made-up people; here there are none. */
  override async onStart(): Promise<void> {
    this.login(this.#network.directory.bot.id)
    // What was missed comes once everybody knows of the login.
    this.#connecting = setImmediate(() => this.#network.connect(this.#hear))
  }

  override async onStop(): Promise<void> {
    this.#disconnect()
  }

  override async logout(reason?: string): Promise<void> {
    this.#disconnect()
    await super.logout(reason)
  }

  override async contactList(): Promise<string[]> {
    const { bot, people } = this.#network.directory
    return [bot.id, ...people.map(({ id }) => id)]
  }

  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    const contact = this.#network.directory.contact(id)
    if (contact === undefined) throw new Error(`There is no contact ${id}.`)
    const alias = this.#aliases.get(id)
    const { Individual } = types.Contact
    return {
      id,
      name: contact.name,
      type: Individual,
      gender: types.ContactGender.Unknown,
      avatar: '',
      phone: [],
      ...(alias === undefined ? {} : { alias }),
    }
  }

  override async contactAlias(contactId: string): Promise<string>
  override async contactAlias(contactId: string, alias: string | null): Promise<void>
  override async contactAlias(contactId: string, alias?: string | null): Promise<unknown> {
    if (alias === undefined) return this.#aliases.get(contactId) ?? ''
    if (alias === null) this.#aliases.delete(contactId)
    else this.#aliases.set(contactId, alias)
    return undefined
  }

  override async roomList(): Promise<string[]> {
    return this.#network.directory.rooms.map(({ id }) => id)
  }

  override async roomRawPayload(id: string): Promise<payloads.Room> {
    const { name, members } = this.#room(id)
    return { id, topic: name, memberIdList: [...members], adminIdList: [] }
  }

  override async roomMemberList(roomId: string): Promise<string[]> {
    return [...this.#room(roomId).members]
  }

  override async roomMemberRawPayload(roomId: string, contactId: string): Promise<payloads.RoomMember> {
    const roomAlias = this.#room(roomId).aliases?.[contactId]
    const name = this.#network.directory.contact(contactId)?.name ?? ''
    return { id: contactId, name, avatar: '', ...(roomAlias === undefined ? {} : { roomAlias }) }
  }

  override async messageRawPayload(id: string): Promise<payloads.Message> {
    const line = this.#network.lines.get(id)
    if (line === undefined) throw new Error(`There is no message ${id}.`)
    return toMessagePayload(line, this.#network.directory)
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    const picture = this.#network.lines.picture(id)
    if (picture === undefined) throw new Error(`There is no picture ${id}.`)
    return FileBox.fromBuffer(Buffer.from(picture), `${id}.jpg`)
  }

  override async messageSendText(conversationId: string, text: string): Promise<string> {
    return this.#network.botSays(conversationId, text).id
  }

  override async messageSendFile(conversationId: string, file: Parameters<Puppet['messageSendFile']>[1]): Promise<string> {
    if (file.mediaType !== 'image/png') return this.#network.botSays(conversationId, file.name, 'file').id
    const bytes = await file.toBuffer()
    if (bytes.length > PICTURE_BYTES) throw new Error(`A picture of ${bytes.length} bytes is too large.`)
    const { alt } = file.metadata
    return this.#network.botShows(conversationId, typeof alt === 'string' ? alt : file.name, bytes).id
  }

  override async messageSendContact(conversationId: string, contactId: string): Promise<string> {
    return this.#network.botSays(conversationId, this.#network.directory.contact(contactId)?.name ?? contactId, 'card').id
  }

  override async messageSendUrl(conversationId: string, { title, url }: payloads.UrlLink): Promise<string> {
    return this.#network.botSays(conversationId, `${title}\n${url}`, 'card').id
  }

  override async messageSendMiniProgram(conversationId: string, { title }: payloads.MiniProgram): Promise<string> {
    return this.#network.botSays(conversationId, title ?? '', 'card').id
  }

  #disconnect(): void {
    clearImmediate(this.#connecting)
    this.#network.disconnect(this.#hear)
  }

  #room(id: string): Room {
    const room = this.#network.directory.room(id)
    if (room === undefined) throw new Error(`There is no room ${id}.`)
    return room
  }
}
