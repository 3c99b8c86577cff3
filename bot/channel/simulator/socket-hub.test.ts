import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { type ClientOptions, WebSocket } from 'ws'
import { GROUP, PEOPLE, servedSimulator } from '../testing/served-simulator.ts'
import { until } from '../testing/until.ts'
import { BOUND } from './bounds.ts'
import { Directory } from './directory.ts'
import { Network } from './network.ts'
import type { FromServer, Line } from './page/wire.ts'
import { SocketHub } from './socket-hub.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

async function served(...reply: Parameters<typeof servedSimulator>) {
  const simulator = await servedSimulator(...reply)
  cleanUps.push(simulator.stop)
  return simulator
}

/** A page's end of the socket: what came in, and whether it is open. */
function openPage(port: number, options: ClientOptions = {}, path = '/simulator/socket') {
  const frames: FromServer[] = []
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, options)
  const page = {
    socket,
    frames,
    closed: false,
    refusedWith: 0,
    lines: () => frames.flatMap((frame): readonly Line[] => ('lines' in frame ? frame.lines : [])),
  }
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  socket.on('error', () => undefined)
  socket.on('unexpected-response', (_request, response) => {
    page.refusedWith = response.statusCode ?? 0
    page.closed = true
    response.destroy()
  })
  socket.on('close', () => {
    page.closed = true
  })
  cleanUps.push(() => socket.terminate())
  return page
}

const greeted = async (page: ReturnType<typeof openPage>) => {
  await until(() => page.frames.length > 0)
  return page
}

describe('the socket of the simulator', () => {
  it('greets with who there is and what was said last', async () => {
    const { simulator, port } = await served()
    await simulator.say({ from: 'chen', text: '找活' })
    const page = await greeted(openPage(port))
    expect(page.frames).toMatchObject([
      { type: 'hello', bot: { id: 'linggong' }, people: PEOPLE, rooms: [{ id: 'group' }], lines: [{ seq: 1, text: '找活' }] },
    ])
  })

  it('pushes what is said to every page, the answers too', async () => {
    const { port } = await served(({ text }) => `收到${text}`)
    const pages = await Promise.all([greeted(openPage(port)), greeted(openPage(port))])
    pages[0]?.socket.send(JSON.stringify({ type: 'say', ref: '1', from: 'chen', room: 'group', text: '早' }))
    await until(() => pages.every((page) => page.lines().length === 2))
    for (const page of pages) expect(page.lines().map(({ text }) => text)).toEqual(['早', '收到早'])
  })

  it('tells of somebody new', async () => {
    const { simulator, port } = await served()
    const page = await greeted(openPage(port))
    const { id } = simulator.addPerson('小张')
    await until(() => page.frames.length === 2)
    expect(page.frames[1]).toMatchObject({ type: 'people', people: expect.arrayContaining([{ id, name: '小张' }]) })
  })

  it.each([
    ['{', 'bad-request', ''],
    ['null', 'bad-request', ''],
    ['{"type":"say","ref":"7","from":"chen"}', 'bad-request', ''],
    ['{"type":"say","ref":"7","from":"chen","text":"a","id":"x"}', 'bad-request', ''],
    ['{"type":"say","ref":"7","from":"nobody","text":"a"}', 'not-found', '7'],
  ])('refuses the frame %s and goes on', async (frame, code, ref) => {
    const { simulator, port } = await served()
    const page = await greeted(openPage(port))
    page.socket.send(frame)
    page.socket.send(Buffer.from([1, 2, 3]))
    await until(() => page.frames.length === 3)
    expect(page.frames[1]).toEqual({ type: 'refused', ref, code })
    expect(simulator.messages()).toEqual([])
    expect(page.socket.readyState).toBe(WebSocket.OPEN)
  })

  it('closes on a frame that is too long, and only that page', async () => {
    const { simulator, port } = await served()
    const [greedy, other] = await Promise.all([greeted(openPage(port)), greeted(openPage(port))])
    greedy.socket.send(JSON.stringify({ type: 'say', ref: '1', from: 'chen', text: 'x'.repeat(BOUND.bodyBytes) }))
    await until(() => greedy.closed)
    expect(simulator.messages()).toEqual([])
    expect(other.socket.readyState).toBe(WebSocket.OPEN)
  })

  it('refuses the page of another site, and leaves other paths to others', async () => {
    const { port } = await served()
    const foreign = openPage(port, { origin: 'https://elsewhere.example' })
    const lost = openPage(port, {}, '/socket')
    await until(() => foreign.closed && lost.closed)
    expect(foreign.refusedWith).toBe(403)
    await greeted(openPage(port, { origin: `http://127.0.0.1:${port}` }))
  })

  it('gives a page that comes back what it missed', async () => {
    const { simulator, port } = await served()
    const first = await greeted(openPage(port))
    first.socket.terminate()
    await simulator.say({ from: 'chen', text: '在吗' })
    const again = await greeted(openPage(port))
    expect(again.lines().map(({ text }) => text)).toEqual(['在吗'])
    expect(again.frames[0]).toMatchObject({ run: (first.frames[0] as { run: string }).run })
  })

  it('pushes a burst in order, in few frames', async () => {
    const { simulator, port } = await served()
    const page = await greeted(openPage(port))
    for (let n = 0; n < 1_000; n += 1) void simulator.say({ from: 'chen', text: String(n) })
    await until(() => page.lines().length === 1_000)
    expect(page.lines().map(({ text }) => text)).toEqual(Array.from({ length: 1_000 }, (_, n) => String(n)))
    expect(page.frames.length).toBeLessThan(100)
  })

  it('shows the beginning of a very long text', async () => {
    const { simulator, port } = await served()
    const page = await greeted(openPage(port))
    await simulator.say({ from: 'chen', text: '抢'.repeat(500_000) })
    await until(() => page.lines().length === 1)
    expect(page.lines()[0]?.text).toHaveLength(BOUND.charactersShown + 1)
  })

  it('drops a page that does not read, and nobody waits for it', async () => {
    const { simulator, port } = await served()
    const [slow, quick] = await Promise.all([greeted(openPage(port)), greeted(openPage(port))])
    slow.socket.pause()
    let said = 0
    const text = 'x'.repeat(BOUND.charactersShown)
    while (simulator.pages() === 2) {
      for (let n = 0; n < 200; n += 1) void simulator.say({ from: 'chen', text })
      said += 200
      await until(() => quick.lines().length === said || quick.closed)
    }
    expect(quick.closed).toBe(false)
    expect(simulator.pages()).toBe(1)
  })

  it('turns away more pages than it can serve', async () => {
    const { port } = await served()
    await Promise.all(Array.from({ length: BOUND.sockets }, () => greeted(openPage(port))))
    const tooMany = openPage(port)
    await until(() => tooMany.closed)
    expect(tooMany.refusedWith).toBe(503)
  })

  it('drops a page that no longer answers', async () => {
    const network = new Network(new Directory({ id: 'bot', name: '小助手' }, PEOPLE, [GROUP]), { now: () => Temporal.Now.instant() })
    const hub = new SocketHub(network, 10)
    const server = createServer().on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    cleanUps.push(
      () => server.close(),
      () => hub.stop(),
    )
    const { port } = server.address() as AddressInfo
    const alive = await greeted(openPage(port))
    const dead = await greeted(openPage(port, { autoPong: false }))
    await until(() => dead.closed)
    expect([alive.closed, hub.size]).toEqual([false, 1])
  })

  it('closes every page when it stops', async () => {
    const { simulator, port } = await served()
    const page = await greeted(openPage(port))
    simulator.stop()
    await until(() => page.closed)
    expect(simulator.pages()).toBe(0)
    await simulator.say({ from: 'chen', text: '还在' })
  })
})
