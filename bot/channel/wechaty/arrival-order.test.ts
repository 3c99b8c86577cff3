import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ArrivalOrder } from './arrival-order.ts'

const PATIENT_MS = 60_000

describe('arrival order', () => {
  it('hands on in the order of arrival, whatever the order of getting ready', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...'abcdefgh'], { minLength: 8 }), fc.subarray([...'abcdefgh']), (readiness, nothings) => {
        const handed: string[] = []
        const order = new ArrivalOrder<string>((item) => handed.push(item), PATIENT_MS)
        for (const id of 'abcdefgh') order.arrive(id)
        for (const id of readiness) order.settle(id, nothings.includes(id) ? undefined : id)
        expect(handed).toEqual([...'abcdefgh'].filter((id) => !nothings.includes(id)))
        order.close()
      }),
    )
  })

  it('knows one id that arrived twice', () => {
    const handed: string[] = []
    const order = new ArrivalOrder<string>((item) => handed.push(item), PATIENT_MS)
    for (const id of ['a', 'b', 'a']) order.arrive(id)
    order.settle('b', 'b')
    order.settle('a', 'first a')
    order.settle('a', 'second a')
    expect(handed).toEqual(['first a', 'b', 'second a'])
    order.close()
  })

  it('passes over what never gets ready, and still hands it on when it does', async () => {
    const { promise: later, resolve } = Promise.withResolvers<void>()
    const handed: string[] = []
    const order = new ArrivalOrder<string>((item) => {
      handed.push(item)
      resolve()
    }, 1)
    order.arrive('stuck')
    order.arrive('b')
    order.settle('b', 'b')
    expect(handed).toEqual([])
    await later
    order.settle('stuck', 'stuck')
    expect(handed).toEqual(['b', 'stuck'])
    order.close()
  })
})
