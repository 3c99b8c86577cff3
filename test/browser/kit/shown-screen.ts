import type { Board } from '@linggong/api/contract/hall.contract.ts'
import { startFake } from '@linggong/api/http/testing/fake-county.ts'
import { createLog } from '@linggong/api/log.ts'
import { openWebScripts } from '@linggong/api/start-web-scripts.ts'
import { createScreenPage } from '@linggong/api/web/screen-page.routes.ts'
import { createWebFiles } from '@linggong/api/web/web-files.routes.ts'

const log = createLog({ level: 'silent' })

/** A job that nobody has posted. */
export const boardJob = (nth: number, about: Partial<Board['jobs'][number]> = {}): Board['jobs'][number] => ({
  ...{ number: String(10_000 + nth), trade: '搬运', content: `第${nth}个活`, pay: { amountFen: 18_000, unit: 'day' }, days: 1 },
  ...{
    startsAt: '2026-11-28T05:00:00.000Z',
    township: '古镛镇',
    place: '县政府对面',
    seats: 3,
    seatsLeft: 2,
    licences: [],
    insured: false,
  },
  ...{ employerName: '蔡*云', ...about },
})

export const board = (jobs: Board['jobs']): Board => ({
  ...{ county: '将乐县', today: '2026-11-28', dataAsOf: '2026-11-28T01:44:00.000Z', demo: true, jobs, more: false },
  figures: [{ metric: { id: 'jobs_posted', name: '发布岗位', unit: 'jobs' }, of: 'today', value: jobs.length }],
})

/** The screen of a hall whose board, clock and health are the test's own. */
export async function shownScreen() {
  const hall = { board: board([]), now: Temporal.Instant.from('2026-11-28T10:00:00+08:00'), isAway: false, asked: 0 }
  const clock = { now: () => hall.now }
  const scripts = openWebScripts(log)
  const mounts = [
    createWebFiles(scripts.files),
    createScreenPage({ seeBoard: async () => hall.board, joinUrl: () => 'https://hall.example/join', clock, log }),
    {
      prefix: '/hall',
      listener(_request: unknown, response: import('node:http').ServerResponse) {
        hall.asked += 1
        response.setHeader('date', new Date(hall.now.epochMilliseconds).toUTCString())
        response.writeHead(hall.isAway ? 503 : 200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        response.end(JSON.stringify(hall.board))
        return true
      },
    },
  ]
  const { server, url } = await startFake({ mounts })
  return { hall, url, stop: () => server.stop() }
}
