import type { Handlers } from '@linggong/api/contract/handler.ts'
import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { ROUTES } from '@linggong/api/contract/routes.ts'
import { accept, refuse } from '@linggong/api/core/result.ts'
import { createServer } from '@linggong/api/http/create-server.ts'
import { createDispatcher } from '@linggong/api/http/dispatch.ts'
import { createLog } from '@linggong/api/log.ts'
import express from 'express'

const job: JobView = {
  number: '10008',
  state: 'open',
  trade: '搬运',
  riskClass: 2,
  content: '搬办公桌，三楼到一楼，有电梯',
  seats: 3,
  seatsLeft: 1,
  pay: { amountFen: 10_000, unit: 'job' },
  payPerTakeFen: 10_000,
  totalFen: 30_000,
  startsAt: '2026-11-23T09:00:00+08:00',
  endsAt: '2026-11-23T12:00:00+08:00',
  days: 1,
  township: '古镛镇',
  place: '府前路12号',
  licences: [],
  lackedLicence: null,
  perks: ['包午饭'],
  insured: true,
  coverAsked: false,
  funding: 'escrow',
  employerName: '蔡**',
  employerRepute: { ratings: 23, average: 4.8, jobs: 12, insuredJobs: 9, calledOff: 0, paySpeed: 'within-2h', inArrears: false },
  employerType: 'household',
  companyName: null,
  isEmployer: false,
  mine: null,
  takes: [],
  startCode: null,
}
const page = { jobs: [job, job, job, job, job], next: null }

/** The whole machinery around handlers that only hand out what is ready, logging every request. */
function listenOurs(): Promise<number> {
  const none = Object.fromEntries(Object.keys(ROUTES).map((id) => [id, async () => refuse('not-found')])) as unknown as Handlers
  const handlers: Handlers = { ...none, listJobs: async () => accept(page), postJob: async () => accept(job) }
  const log = createLog({ level: 'info' })
  const tokens = { bot: 'bench', statistics: undefined }
  const server = createServer({ dispatcher: createDispatcher(handlers), tokens, county: '350428', log, rates: { contact: 1e9 } })
  return server.listen(0, '127.0.0.1')
}

/** Express as its documentation begins: no limits, no checks, no headers, no log. */
function listenBare(): Promise<number> {
  const app = express()
  app.get('/jobs', (_, response) => void response.json(page))
  app.post('/jobs', express.json(), (_, response) => void response.status(201).json(job))
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

const port = await (process.argv[2] === 'ours' ? listenOurs() : listenBare())
process.on('disconnect', () => process.exit(0))
if (!process.connected) process.exit(1)
process.on('message', () => process.send?.(process.cpuUsage()))
process.send?.(port)
