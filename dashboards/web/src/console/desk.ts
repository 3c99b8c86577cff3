import type { StaffSelf } from '@linggong/api/contract/staff-shapes.ts'
import type { StaffAction } from '@linggong/api/core/staff/action.ts'
import { createContext, useContext } from 'react'
import type { Input, Reply } from './send.ts'
import type { WayId } from './ways.ts'

export interface Given {
  readonly county: string
  readonly townships: readonly string[]
}

/** Where somebody works who is signed in: who he is, what he may do, and the one way to do it. */
export interface Desk {
  readonly given: Given
  readonly self: StaffSelf
  readonly may: (action: StaffAction) => boolean
  /** Asks for a proof, or a second person, where the API wants one; then goes on. */
  readonly act: <Id extends WayId>(id: Id, input: Input<Id>, key: string) => Promise<Reply<Id>>
  /** Tells what was done, so that it is seen and heard. */
  readonly tell: (what: string) => void
  /** Where somebody goes next: a room, or home. */
  readonly go: (room: string) => void
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === undefined) throw new Error('there is a desk around every room')
  return desk
}
