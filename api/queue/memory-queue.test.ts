import { MemoryQueue } from './memory-queue.ts'
import { queueSuite } from './testing/queue-suite.ts'

queueSuite('in-process queue', async (options) => new MemoryQueue(options))
