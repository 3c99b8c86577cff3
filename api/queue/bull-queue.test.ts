import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from '@jest/globals'
import { describeWhere } from '@linggong/test/setup/needs.ts'
import { openBullQueue } from './bull-queue.ts'
import { queueSuite } from './testing/queue-suite.ts'
import { RedisServer } from './testing/redis-server.ts'

describeWhere('redis-server', 'bull', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await RedisServer.start()
  })
  afterAll(() => redis.kill())
  queueSuite('queue on bull', async (options) => openBullQueue({ ...options, redisUrl: redis.url, prefix: randomUUID() }))
})
