import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from '@jest/globals'
import { StoreUnavailable } from '../port.ts'
import { CommitQueue } from './commit-queue.ts'

function aDatabase() {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE note (text TEXT)')
  const add = (text: string) => () => void database.prepare('INSERT INTO note VALUES (?)').run(text)
  const notes = () =>
    database
      .prepare('SELECT text FROM note')
      .all()
      .map(({ text }) => text)
  return { database, queue: new CommitQueue(database, 3), add, notes }
}

describe('the commit queue', () => {
  it('puts what is asked for in one turn into one transaction, and tells nobody before its commit', async () => {
    const { database, queue } = aDatabase()
    const log: string[] = []
    const write = (name: string) =>
      queue.submit(() => log.push(name)).then(() => log.push(`${name} told, ${database.isTransaction ? 'open' : 'committed'}`))
    await Promise.all([write('a'), write('b'), Promise.resolve().then(() => write('c'))])
    expect(log).toEqual(['a', 'b', 'c', 'a told, committed', 'b told, committed', 'c told, committed'])
  })

  it('undoes the statements of a write that throws, and no others', async () => {
    const { queue, add, notes } = aDatabase()
    const throws = queue.submit(() => {
      add('half')()
      throw new Error('bug')
    })
    const answers = await Promise.allSettled([queue.submit(add('a')), throws, queue.submit(add('b'))])
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(notes()).toEqual(['a', 'b'])
  })

  it('lets a write undo its statements and go on', async () => {
    const { queue, add, notes } = aDatabase()
    await queue.submit((undo) => {
      add('first')()
      undo()
      add('second')()
    })
    expect(notes()).toEqual(['second'])
  })

  it('tells everybody when the disk is full, keeps none of it, and goes on when there is room', async () => {
    const { database, queue, add, notes } = aDatabase()
    database.exec('PRAGMA max_page_count = 5')
    const answers = await Promise.allSettled([queue.submit(add('small')), queue.submit(add('x'.repeat(100_000)))])
    expect(answers.every((answer) => answer.status === 'rejected' && answer.reason instanceof StoreUnavailable)).toBe(true)
    expect(notes()).toEqual([])
    await queue.submit(add('small'))
    expect(notes()).toEqual(['small'])
  })

  it('takes more than fit into one transaction in their order', async () => {
    const { queue, add, notes } = aDatabase()
    const texts = Array.from({ length: 300 }, (_, n) => `${n}`)
    await Promise.all(texts.map((text) => queue.submit(add(text))))
    expect(notes()).toEqual(texts)
  })
})
