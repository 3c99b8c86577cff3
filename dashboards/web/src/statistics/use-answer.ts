import { useEffect, useRef, useState } from 'react'
import { type Asked, watchAnswer } from './watch-answer.ts'

/** What the API answers to an address; while another one is asked for the last answer stays. Undefined asks nothing. */
export function useAnswer<T>(url: string | undefined, first?: { readonly url: string; readonly value: T }): Asked<T> {
  const isGiven = useRef(first !== undefined && first.url === url)
  const [asked, setAsked] = useState<Asked<T> & { readonly url: string | undefined }>(() =>
    isGiven.current ? { value: first?.value, state: 'here', url } : { value: undefined, state: 'waits', url: undefined },
  )

  useEffect(() => {
    const isHere = isGiven.current
    isGiven.current = false
    if (url === undefined) return undefined
    const heard = (answer: Asked<T>): void => setAsked({ ...answer, url })
    return watchAnswer<T>(url, { heard, failed: () => setAsked((before) => ({ ...before, state: 'failed' })), isHere })
  }, [url])

  const isOfAnother = asked.url !== url && asked.state === 'here'
  return isOfAnother ? { value: asked.value, state: 'waits' } : asked
}
