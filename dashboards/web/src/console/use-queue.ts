import { useCallback, useEffect, useState } from 'react'
import { type Desk, useDesk } from './desk.ts'
import type { No } from './send.ts'

type Told<T> = { readonly ok: true; readonly value: T } | No

export type Read<T> =
  | { readonly state: 'waits' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'no'; readonly no: No }

/** Reads once, and again when told to: whoever leaves the page open is signed out in time, so it never asks by itself. */
export function useRead<T>(read: () => Promise<Told<T>>): readonly [Read<T>, () => void] {
  const [turn, setTurn] = useState(0)
  const [seen, setSeen] = useState<Read<T>>({ state: 'waits' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked stays the same in a room; only a new turn asks again
  useEffect(() => {
    let isOver = false
    void read().then((reply) => {
      if (!isOver) setSeen(reply.ok ? { state: 'here', value: reply.value } : { state: 'no', no: reply })
    })
    return () => {
      isOver = true
    }
  }, [turn])
  return [seen, useCallback(() => setTurn((before) => before + 1), [])]
}

export interface Page {
  readonly limit: number
  readonly after?: string
}

const PAGE_ROWS = 100
/** A page holds fewer rows where some are not for whoever asks, so an empty one is not the end. */
const PAGES_AT_ONCE = 10
const ENOUGH = 20

/** What waits for somebody: asked page by page. */
export type Queue<Row> = (desk: Desk, page: Page) => Promise<Told<{ readonly rows: readonly Row[]; readonly next: string | null }>>

export function queueOf<A extends { readonly next: string | null }, Row>(
  ask: (desk: Desk, page: Page) => Promise<Told<A>>,
  rowsOf: (answer: A, desk: Desk) => readonly Row[],
): Queue<Row> {
  return async (desk, page) => {
    const told = await ask(desk, page)
    return told.ok ? { ok: true, value: { rows: rowsOf(told.value, desk), next: told.value.next } } : told
  }
}

export interface Waiting<Row> {
  readonly rows: readonly Row[]
  readonly hasMore: boolean
}

export function useQueue<Row>(queue: Queue<Row>): readonly [Read<Waiting<Row>>, () => void] {
  const desk = useDesk()
  return useRead(async () => {
    let rows: readonly Row[] = []
    let next: string | null | undefined
    for (let page = 0; page < PAGES_AT_ONCE && next !== null && rows.length < ENOUGH; page += 1) {
      const told = await queue(desk, { limit: PAGE_ROWS, ...(next === undefined ? {} : { after: next }) })
      if (!told.ok) return told
      rows = [...rows, ...told.value.rows]
      next = told.value.next
    }
    return { ok: true, value: { rows, hasMore: next !== null } }
  })
}
