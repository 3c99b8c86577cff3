import { z } from 'zod'
import { type ChatNumber, chatNumber } from '../core/chat-number.ts'
import { accept, type Result } from '../core/result.ts'
import { collection } from '../store/collection.ts'
import type { Editor } from '../store/editor.ts'
import type { Doc } from '../store/port.ts'

interface Counter extends Doc {
  readonly next: number
}

const counters = collection<Counter>({
  name: 'counters',
  schema: z.strictObject({ id: z.string(), county: z.string(), version: z.int(), next: z.int() }),
})

const FIRST = 1000

/** Hands out the county's chat numbers, each once; a number taken and then not used is simply skipped. */
export function createJobNumbers({ editor, county }: { editor: Editor; county: string }) {
  return async function nextNumber(): Promise<Result<ChatNumber>> {
    const ref = { county, id: 'job-number' }
    const count = () => editor.edit(counters, ref, (counter) => accept({ ...counter, next: counter.next + 1 }), { missing: 'not-found' })
    const counted = await count()
    if (counted.ok) return accept(chatNumber(counted.value.next - 1))
    if (counted.refusal !== 'not-found') return counted
    await editor.insert(counters, { ...ref, version: 1, next: FIRST })
    const again = await count()
    return again.ok ? accept(chatNumber(again.value.next - 1)) : again
  }
}
