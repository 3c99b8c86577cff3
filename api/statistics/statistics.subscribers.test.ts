import { expect, it } from '@jest/globals'
import { fold } from '../core/statistics/fold.ts'
import * as builders from '../core/statistics/testing/events.ts'
import { statisticsSubscriber } from './statistics.subscribers.ts'

it.each(Object.entries(builders))('listens to %s exactly when it counts for something', async (type, build) => {
  const event = build({ at: '2026-11-23T10:00:00+08:00', of: 'x' })
  const counted: string[] = []
  const subscriber = statisticsSubscriber(async (events) => void counted.push(...events.map(({ id }) => id)))
  expect(subscriber.on.some((wanted) => wanted === type)).toBe(fold(event) !== undefined)
  await subscriber.run(event)
  expect(counted).toEqual([event.id])
})
