import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { type Figure, median } from './figure.ts'
import { load } from './http-load.ts'

const SERVER = path.join(import.meta.dirname, 'http-server.ts')
const REQUESTS = 6000
const CONNECTIONS = 32
const ROUNDS = 9
const WARM_UP_ROUNDS = 3

const HEAD = ['Host: bench', 'Authorization: Bearer bench', 'Acting-Contact: sim/li', 'Idempotency-Key: m1', 'Accept: application/json']
const POSTED = JSON.stringify({
  trade: '搬运',
  content: '搬办公桌',
  seats: 3,
  pay: { amountFen: 10_000, unit: 'job' },
  startsAt: '2026-11-24T09:00:00+08:00',
  days: 1,
  place: '府前路12号',
})

const requestOf = (line: string, ...rest: readonly string[]): Buffer => Buffer.from([`${line} HTTP/1.1`, ...HEAD, ...rest].join('\r\n'))

const ROWS = [
  { name: 'GET five jobs', status: 200, request: requestOf('GET /jobs?limit=5', '', '') },
  {
    name: 'POST a job',
    status: 201,
    request: requestOf('POST /jobs', 'Content-Type: application/json', `Content-Length: ${Buffer.byteLength(POSTED)}`, '', POSTED),
  },
]

interface Server {
  readonly child: ChildProcess
  readonly port: number
}

async function start(which: 'ours' | 'bare'): Promise<Server> {
  const execArgv = ['--disable-warning=ExperimentalWarning']
  const child = fork(SERVER, [which], { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [port] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`the ${which} server did not start`))),
  ])
  return { child, port }
}

async function cpuMs({ child }: Server): Promise<number> {
  const answer = once(child, 'message')
  child.send('cpu')
  const [{ user, system }] = await answer
  return (user + system) / 1000
}

/** CPU time of the server alone, user and system, in microseconds a request. */
async function measure(server: Server, row: (typeof ROWS)[number]): Promise<number> {
  const before = await cpuMs(server)
  await load(server.port, { ...row, requests: REQUESTS, connections: CONNECTIONS })
  return ((await cpuMs(server)) - before) / (REQUESTS / 1000)
}

async function compare(row: (typeof ROWS)[number], ours: Server, bare: Server): Promise<Figure> {
  const rounds: { readonly ours: number; readonly bare: number }[] = []
  for (let round = 0; round < ROUNDS + WARM_UP_ROUNDS; round += 1) {
    rounds.push({ ours: await measure(ours, row), bare: await measure(bare, row) })
  }
  const kept = rounds.slice(WARM_UP_ROUNDS)
  const ratio = median(kept.map((round) => round.ours / round.bare)).toFixed(2)
  const us = (of: 'ours' | 'bare'): string => median(kept.map((round) => round[of])).toFixed(0)
  return { name: `${row.name}: CPU a request against bare Express 5`, figure: `${ratio}× (${us('ours')} µs / ${us('bare')} µs)` }
}

/** The whole machinery around a handler against Express alone, the two in turns, so that a noisy machine disturbs both. */
export async function run(): Promise<readonly Figure[]> {
  const [ours, bare] = await Promise.all([start('ours'), start('bare')])
  const figures: Figure[] = []
  for (const row of ROWS) figures.push(await compare(row, ours, bare))
  ours.child.kill()
  bare.child.kill()
  return figures
}
