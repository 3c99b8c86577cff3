import { assert } from './assert.ts'

/** The life of a thing as a table: from each state the states it may enter next. */
export type Life<State extends string> = Readonly<Record<State, readonly State[]>>

/** Guards a step that a decision has already found right: a step outside the table is our bug. */
export function step<State extends string>(life: Life<State>, from: State, to: State): State {
  assert(life[from].includes(to), `nothing goes from ${from} to ${to}`)
  return to
}
