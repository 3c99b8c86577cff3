import { z } from 'zod'
import { type ChatNumber, chatNumber } from '../core/chat-number.ts'
import { accept, type Result } from '../core/result.ts'
import { collection } from '../store/collection.ts'
import type { Editor } from '../store/editor.ts'
import { type Doc, StoreUnavailable } from '../store/port.ts'

interface Counter extends Doc {
  readonly next: number
}

const counters = collection<Counter>({
  name: 'counters',
  schema: z.strictObject({ id: z.string(), county: z.string(), version: z.int(), next: z.int() }),
})

const FIRST = 1000

const refOf = (county: string) => ({ county, id: 'job-number' })

/** Hands out the county's chat numbers, each once; a number taken and then not used is simply skipped. */
export function createJobNumbers({ editor, county }: { editor: Editor; county: string }) {
  return async function nextNumber(): Promise<Result<ChatNumber>> {
    const ref = refOf(county)
    const count = () => editor.edit(counters, ref, (counter) => accept({ ...counter, next: counter.next + 1 }), { missing: 'not-found' })
    const counted = await count()
    if (counted.ok) return accept(chatNumber(counted.value.next - 1))
    if (counted.refusal !== 'not-found') return counted
    await editor.insert(counters, { ...ref, version: 1, next: FIRST })
    const again = await count()
    return again.ok ? accept(chatNumber(again.value.next - 1)) : again
  }
}

/** Leaves the numbers below `first` to whoever files jobs with numbers of its own. Never goes back, so saying it twice changes nothing. */
export async function leaveNumbersBelow(first: number, { editor, county }: { editor: Editor; county: string }): Promise<void> {
  const inserted = await editor.insert(counters, { ...refOf(county), version: 1, next: first })
  if (inserted.ok) return
  const decide = (counter: Counter) => accept(counter.next >= first ? counter : { ...counter, next: first })
  const edited = await editor.edit(counters, refOf(county), decide)
  if (!edited.ok) throw new StoreUnavailable('many count the job numbers at once')
}
