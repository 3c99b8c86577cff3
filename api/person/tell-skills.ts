import { accept, type Result, refuse } from '../core/result.ts'
import type { Once } from '../store/once.ts'
import { editPerson, type PersonPorts } from './add-role.ts'
import type { PersonDoc } from './person.collection.ts'

export interface SkillPorts extends PersonPorts {
  /** The trades that the county knows. */
  readonly trades: readonly string[]
}

export interface Told {
  readonly contact: string
  /** What he can do, and what he would like to: two lists, neither of them a licence. */
  readonly skills: readonly string[]
  readonly wishes: readonly string[]
  readonly call: Once
}

/** A wish may be a word of which no trade is made: 装修. Letters only, so that it can be nothing else. */
const WORD = /^\p{sc=Han}{2,8}$/u

/** What somebody says is added to what he has said before. */
export async function tellSkills(ports: SkillPorts, { contact, skills, wishes, call }: Told): Promise<Result<PersonDoc>> {
  const known = await ports.people.docByContact(contact)
  if (!known) return refuse('not-registered')
  const isKnown = (trade: string) => ports.trades.includes(trade)
  if (!skills.every(isKnown) || !wishes.every((wish) => isKnown(wish) || WORD.test(wish))) return refuse('trade-unknown')
  const joined = (before: readonly string[], more: readonly string[]) => [...new Set([...before, ...more])]
  return editPerson(ports, known.id, {
    call,
    decide: (doc) => accept({ doc: { ...doc, skills: joined(doc.skills, skills), wishes: joined(doc.wishes, wishes) } }),
  })
}
