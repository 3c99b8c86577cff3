import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listenMounts } from '@linggong/api/http/mounts.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { aCounty } from '../../kit/a-county.ts'

export const BOSS = 'test/boss-0'

/** A county with an employer, whose pages are served, and where nobody pays unless told. */
export async function aPayTown({ payInPlay = true } = {}) {
  const store = openSqlite({ file: ':memory:' })
  const { county, playMoney, clock, settle, people, stop } = await aCounty({ store, payInPlay })
  playMoney.sandbox.mischief.atOnce = false
  await people('boss', 1, 'employer', '1965-01-01')
  await people('worker', 2, 'worker')
  const server = createServer((request, response) => {
    if (!listenMounts(county.mounts, request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`

  /** A draft that is published; gives the page it is to be paid on, and its number. */
  let posted = 0
  async function published({ insured = false } = {}): Promise<{ readonly page: string; readonly number: string }> {
    posted += 1
    const terms = { trade: '搬运', content: '搬办公桌', seats: 2, pay: { amountFen: 10_000, unit: 'job' as const } }
    const body = { ...terms, startsAt: clock.at.add({ hours: 5 }).toString(), place: '县政府对面' }
    const job = await county.client.postJob({ body }, { contact: BOSS, key: `post-${posted}` })
    if (!job.ok) throw new Error(job.refusal)
    const { number } = job.value
    if (insured) await county.client.insureJob({ params: { number } }, { contact: BOSS, key: `insure-${posted}` })
    const open = await county.client.publishJob(
      { params: { number }, body: { payBy: 'online' } },
      { contact: BOSS, key: `publish-${posted}` },
    )
    if (!open.ok || open.value.order === null) throw new Error('nothing is to be paid')
    await settle()
    return { page: open.value.order.url.replace('http://localhost:3000', url), number }
  }

  return {
    ...{ county, store, playMoney, clock, settle, published, url },
    see: async (page: string) => wordsOf(await (await fetch(page)).text()),
    press: async (page: string, button: string) => {
      const answer = await fetch(`${page}/${button}`, { method: 'POST', headers: { origin: url }, redirect: 'manual' })
      await settle()
      return answer.status
    },
    stateOf: async (number: string) => (await county.desk.byNumber(number))?.state,
    async stop() {
      server.close()
      server.closeAllConnections()
      await stop()
    },
  }
}

/** What somebody reads there. */
export const wordsOf = (page: string): string =>
  page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

export type PayTown = Awaited<ReturnType<typeof aPayTown>>
