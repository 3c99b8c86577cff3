import { writeSync } from 'node:fs'
import { accept } from '../../core/result.ts'
import { createEditor, type Editor } from '../editor.ts'
import { anOrder, aTake, type Order, orders } from '../suite/order.ts'
import { openStore } from './open-store.ts'

/**
 * Another process at the database of a test, told KIND WHERE DATABASE COUNTY WORK COUNT on its command line. It prints a line for each
 * acknowledged write, after it and before the next. `take`: COUNT edits of the order o1 at once. `write`: COUNT lanes that insert an
 * order and edit it, over and over, until the process is killed.
 */
const [kind, where = '', database = '', county = '', work, count] = process.argv.slice(2)

const say = (line: string): void => void writeSync(1, `${line}\n`)

/** Every part says which write it comes from, so that a half-written order would show. */
const marked = (order: Order, mark: string): Order => ({
  ...order,
  tags: [mark],
  takes: Array.from({ length: 20 }, (_, n) => ({ ...aTake(`w${n}`, `${order.id}.${n}`), note: mark })),
})

async function takeOnce(editor: Editor, worker: string): Promise<void> {
  const result = await editor.edit(orders, { county, id: 'o1' }, (order) => accept({ ...order, takes: [...order.takes, aTake(worker)] }))
  say(result.ok ? 'ok' : result.refusal)
}

async function writeForEver(editor: Editor, lane: string): Promise<never> {
  for (let n = 0; ; n++) {
    const id = `${process.pid}.${lane}.${n}`
    const inserted = await editor.insert(orders, marked(anOrder({ county, id, number: id }), 'first'))
    if (inserted.ok) say(`${id} 1`)
    const edited = await editor.edit(orders, { county, id }, (order) => accept(marked(order, 'second')))
    if (edited.ok) say(`${id} 2`)
  }
}

const store = await openStore([kind === 'mongo' ? 'mongo' : 'sqlite', where, database])
const editor = createEditor({ store, monotonicMs: () => performance.now() })
const lanes = Array.from({ length: Number(count) }, (_, n) => `${n}`)
await Promise.all(lanes.map((lane) => (work === 'write' ? writeForEver(editor, lane) : takeOnce(editor, `${process.pid}.${lane}`))))
await store.close()
