export type Asked<T> = { readonly value: T | undefined; readonly state: 'waits' | 'here' | 'failed' | 'signed-out' }

const RETRY_MS = 5_000
/** The figures of a running day change; whoever leaves the page open sees them do so. */
const FRESHEN_MS = 60_000

interface Watching<T> {
  readonly heard: (asked: Asked<T>) => void
  readonly failed: () => void
  /** The first look is not needed: what it would see is here. */
  readonly isHere: boolean
}

/** Asks the API again and again, at once unless what it says is here already; gives what ends it. */
export function watchAnswer<T>(url: string, { heard, failed, isHere }: Watching<T>): () => void {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = (ms: number): void => {
    timer = setTimeout(look, ms)
  }

  async function look(): Promise<void> {
    if (document.hidden) return again(FRESHEN_MS)
    try {
      const response = await fetch(url, { signal: stop.signal, headers: { accept: 'application/json' } })
      if (response.status === 401) return heard({ value: undefined, state: 'signed-out' })
      if (!response.ok) throw new Error(`${response.status}`)
      const value: T = await response.json()
      heard({ value, state: 'here' })
      again(FRESHEN_MS)
    } catch {
      if (stop.signal.aborted) return
      failed()
      again(RETRY_MS)
    }
  }

  if (isHere) again(FRESHEN_MS)
  else void look()
  return () => {
    stop.abort()
    clearTimeout(timer)
  }
}
