import { Connection } from './connection.ts'
import { COPY, refusalTitle } from './copy.ts'
import { Phone, type PhoneActions } from './phone.ts'
import { type Conversation, Store } from './store.ts'
import type { FromServer, Line, Person } from './wire.ts'

const OWNERS = 'linggong-simulator-owners'
const PHONES = 3
const BRIEFLY_MS = 4_000

const store = new Store()
const status = document.querySelector<HTMLElement>('.status')
const connection = new Connection({ onFrame, onState: (connected) => tell(connected ? '' : COPY.disconnected) })
const phones = Array.from({ length: PHONES }, (_, place) => new Phone(store, actionsOf(place)))
const roomForTwo = matchMedia('(min-width: 760px)')
const roomForThree = matchMedia('(min-width: 1120px)')
for (const room of [roomForTwo, roomForThree]) room.addEventListener('change', layOut)
layOut()

function onFrame(frame: FromServer): void {
  if (frame.type === 'hello' && store.greet(frame)) handOut()
  else if (frame.type === 'people') store.meet(frame.people, frame.rooms)
  else if (frame.type === 'lines') store.add(frame.lines)
  else if (frame.type === 'refused') tellBriefly(refusalTitle(frame.code))
  refresh('lines' in frame ? frame.lines : [])
}

/** As many phones as there is room for; with two, the group in the middle stays away. */
function layOut(): void {
  const shown = phones.filter((_, place) => place === 0 || (place === 1 ? roomForThree.matches : roomForTwo.matches))
  document.querySelector('.phones')?.replaceChildren(...shown.map(({ element }) => element))
  for (const phone of shown) phone.shown()
}

function refresh(lines: readonly Line[]): void {
  for (const phone of phones) phone.refresh(lines)
}

function tell(text: string): void {
  if (status === null) return
  status.textContent = text
  status.hidden = text === ''
}

function tellBriefly(text: string): void {
  tell(text)
  setTimeout(() => status?.textContent === text && tell(''), BRIEFLY_MS)
}

/** A worker with the bot on the left, the group in the middle, an employer with the bot on the right; or whoever held the phones last. */
function handOut(): void {
  const { people, rooms } = store
  const held = ownersBefore()
  const workers = people.filter(({ role }) => role === 'worker')
  const employer = people.find(({ role }) => role === 'employer')
  const usual = [workers[0] ?? people[0], workers[1] ?? people[1], employer ?? people[2]]
  for (const [place, phone] of phones.entries()) {
    const owner = store.person(held[place] ?? '') ?? usual[place] ?? people[0]
    const room = place === 1 ? rooms.find(({ members }) => members.includes(owner?.id ?? '')) : undefined
    const open: Conversation | undefined = owner === undefined ? undefined : room === undefined ? { person: owner.id } : { room: room.id }
    phone.give(owner, roomForTwo.matches ? open : undefined)
  }
}

const ownersBefore = (): string[] => (localStorage.getItem(OWNERS) ?? '').split('\n')

function actionsOf(place: number): PhoneActions {
  return {
    say: (said) => connection.say(said),
    show: (shown) => void showPicture(shown),
    join,
    onOwner: (person) => {
      const owners = ownersBefore()
      owners[place] = person.id
      localStorage.setItem(OWNERS, owners.join('\n'))
    },
  }
}

/** Bytes as text, as JSON wants them: what a data address holds behind its comma. */
async function base64Of(file: File): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.addEventListener('loadend', () => resolve(String(reader.result ?? '').split(',')[1] ?? ''))
  reader.readAsDataURL(file)
  return promise
}

async function showPicture({ from, room, file }: { from: string; room: string | undefined; file: File }): Promise<void> {
  const picture = await base64Of(file)
  await post('/simulator/pictures', { from, picture, ...(room === undefined ? {} : { room }) })
}

/** What the server answered; undefined where it refused, which is told. */
async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const answer: unknown = await response.json()
  if (!response.ok) tellBriefly(refusalTitle(isProblem(answer) ? answer.code : ''))
  return response.ok ? answer : undefined
}

async function join(name: string): Promise<Person | undefined> {
  const answer = await post('/simulator/people', { name })
  return isPerson(answer) ? answer : undefined
}

const isProblem = (value: unknown): value is { code: string } => typeof value === 'object' && value !== null && 'code' in value
const isPerson = (value: unknown): value is Person => typeof value === 'object' && value !== null && 'id' in value && 'name' in value
