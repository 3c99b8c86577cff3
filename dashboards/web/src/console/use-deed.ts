import type { Answer } from '@linggong/api/contract/handler.ts'
import { useRef, useState } from 'react'
import { useDesk } from './desk.ts'
import { type Input, type No, newKey } from './send.ts'
import type { DeedId } from './ways.ts'

export interface Deed<Id extends DeedId> {
  /** undefined: it was not done, and `no` says why. */
  readonly run: (input: Input<Id>) => Promise<Answer<Id> | undefined>
  readonly isDoing: boolean
  readonly no: No | undefined
}

/**
 * Something that is done once: while it is under way nothing begins, and what nobody heard the end of is asked for again under the key that it
 * had, as long as it is the same.
 */
export function useDeed<Id extends DeedId>(id: Id): Deed<Id> {
  const { act } = useDesk()
  const open = useRef<{ readonly text: string; readonly key: string }>(undefined)
  const isUnderWay = useRef(false)
  const [isDoing, setDoing] = useState(false)
  const [no, setNo] = useState<No>()

  async function run(input: Input<Id>): Promise<Answer<Id> | undefined> {
    if (isUnderWay.current) return undefined
    isUnderWay.current = true
    setDoing(true)
    setNo(undefined)
    const text = JSON.stringify(input)
    const key = open.current?.text === text ? open.current.key : newKey()
    const reply = await act(id, input, key)
    open.current = !reply.ok && reply.isOpen ? { text, key } : undefined
    isUnderWay.current = false
    setDoing(false)
    if (reply.ok) return reply.value
    setNo(reply)
    return undefined
  }
  return { run, isDoing, no }
}
