import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { accept, type Refused, type Result, refuse } from '../core/result.ts'
import { NO_KEYS, once, onceFields, type Remembers, refusedBefore } from './once.ts'

interface Book extends Remembers {
  readonly pages: number
}
const empty: Book = { ...NO_KEYS, pages: 0 }

const write = (doc: Book): Result<{ doc: Book }> => accept({ doc: { ...doc, pages: doc.pages + 1 } })
const smudge = (butRefused: Refused) => (doc: Book) => accept({ doc: { ...doc, pages: doc.pages + 1 }, butRefused })
const call = (key: string, digest = 'same') => ({ key, digest })

function written(doc: Book, key: string, decide: Parameters<typeof once<Book>>[1] = write): Book {
  const result = once(call(key), decide)(doc)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

describe('a numbered call', () => {
  it('is remembered in what it changed', () => {
    expect(written(empty, 'a')).toEqual({ pages: 1, keys: [{ key: 'a', digest: 'same', refused: null }] })
  })

  it('that comes again changes nothing', () => {
    const after = written(empty, 'a')
    expect(once(call('a'), write)(after)).toEqual(accept(after))
    const repeated = once(call('a'), write)(after)
    expect(repeated.ok && repeated.value).toBe(after)
  })

  it('that comes again after others still changes nothing', () => {
    const after = written(written(written(empty, 'a'), 'b'), 'c')
    expect(once(call('a'), write)(after)).toEqual(accept(after))
  })

  it('that comes again asking something else is refused', () => {
    expect(once(call('a', 'other'), write)(written(empty, 'a'))).toEqual(refuse('key-reused'))
  })

  it('with another number is another call', () => {
    expect(written(written(empty, 'a'), 'b').pages).toBe(2)
  })

  it('that is refused without a trace may be tried again', () => {
    expect(once(call('a'), () => refuse('job-full'))(empty)).toEqual(refuse('job-full'))
    expect(written(empty, 'a').pages).toBe(1)
  })

  it('that changes nothing leaves the very same document', () => {
    const same = once(call('a'), (doc: Book) => accept({ doc }))(empty)
    expect(same.ok && same.value).toBe(empty)
  })
})

describe('a "no" that is written down', () => {
  const no = refuse('wrong-start-code', { triesLeft: 4 })
  const after = written(empty, 'a', smudge(no))

  it('changes the document and is remembered with its facts', () => {
    expect(after).toEqual({
      pages: 1,
      keys: [{ key: 'a', digest: 'same', refused: { refusal: 'wrong-start-code', facts: { triesLeft: 4 } } }],
    })
    expect(refusedBefore(after, call('a'))).toEqual(no)
  })

  it('is the same "no" again, and changes nothing more', () => {
    expect(once(call('a'), write)(after)).toEqual(no)
  })

  it('hides no other call', () => {
    const later = written(after, 'b')
    expect(refusedBefore(later, call('b'))).toBeUndefined()
    expect(refusedBefore(later, call('a'))).toEqual(no)
    expect(refusedBefore(later, call('c'))).toBeUndefined()
  })

  it('does not answer a call that asks something else', () => {
    expect(once(call('a', 'other'), write)(after)).toEqual(refuse('key-reused'))
  })

  const schema = z.strictObject({ pages: z.int(), ...onceFields })

  it('is stored and read back', () => {
    const stored: unknown = JSON.parse(JSON.stringify(z.encode(schema, { pages: after.pages, keys: [...after.keys] })))
    expect(z.decode(schema, stored as z.input<typeof schema>)).toEqual(after)
  })

  it.each(['no-longer-a-refusal', 'toString', '__proto__', ''])(
    'of a key that is none today (%p) is still read, and asks to be said anew',
    (refusal) => {
      const old = z.decode(schema, { pages: 1, keys: [{ key: 'a', digest: 'same', refused: { refusal, facts: { triesLeft: 4 } } }] })
      expect(refusedBefore(old, call('a'))).toEqual(refuse('try-again'))
      expect(once(call('a'), write)(old)).toEqual(refuse('try-again'))
      expect(written(old, 'b').keys.map(({ key }) => key)).toEqual(['a', 'b'])
    },
  )
})

it('the newest calls are remembered, the oldest forgotten', () => {
  const numbers = Array.from({ length: LIMIT.keysPerDocument + 2 }, (_, n) => `call-${n}`)
  const after = numbers.reduce((doc, key) => written(doc, key), empty)
  expect(after.keys.map(({ key }) => key)).toEqual(numbers.slice(2))
  expect(once(call('call-2'), write)(after)).toEqual(accept(after))
  expect(written(after, 'call-1').pages).toBe(after.pages + 1)
})
