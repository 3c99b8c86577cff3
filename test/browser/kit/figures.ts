import type { RunningApp } from './running-app.ts'

/** A busy machine may take a breath in the middle of the loading. */
const STILL_TIMES = 8

/** What the API says of figures, asked by the token of the dashboards. */
export function figuresOf({ url, figuresToken }: RunningApp) {
  async function ask<T>(path: string): Promise<T> {
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${figuresToken}` } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return JSON.parse(await answer.text())
  }
  return {
    ask,
    /** The demo county loads behind everything else; its figures stand still once it is whole. */
    async whole(): Promise<void> {
      const path = `/stats/overview`
      for (let before = '', still = 0; ; ) {
        const { figures } = await ask<{ figures: readonly { metric: { id: string }; now: { value: number | null } | null }[] }>(path)
        const now = JSON.stringify(figures.map((figure) => figure.now))
        const people = figures.find(({ metric }) => metric.id === 'workers_total')?.now?.value ?? 0
        still = now === before ? still + 1 : 0
        if (people > 11_000 && still >= STILL_TIMES) return
        before = now
        await new Promise((resolve) => setTimeout(resolve, 1_000))
      }
    },
  }
}
