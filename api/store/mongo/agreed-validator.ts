import type { mongo } from 'mongoose'
import { DURABLE } from './connect.ts'
import { isDuplicate } from './failure.ts'

/** What the newest release that was here wants of a collection; `validator` is its JSON text, as a database takes no fields with a dollar. */
export interface Agreed {
  readonly release: number
  readonly validator: string
}

type Row = Agreed & { readonly _id: string }

const rowsOf = (database: mongo.Db): mongo.Collection<Row> => database.collection<Row>('validators', DURABLE)

export const agreedOn = async (database: mongo.Db, name: string): Promise<Agreed | null> => await rowsOf(database).findOne({ _id: name })

/** In one conditional write: where a newer release has been, nothing is changed. */
async function propose(database: mongo.Db, name: string, ours: Agreed): Promise<void> {
  try {
    const notNewer = { _id: name, release: { $lte: ours.release } }
    await rowsOf(database).updateOne(notNewer, { $set: { ...ours } }, { upsert: true })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}

const isSettled = (row: Agreed | null, ours: Agreed): boolean =>
  row !== null && (row.release > ours.release || (row.release === ours.release && row.validator === ours.validator))

/** Ours, or that of a newer release which has been here. */
export async function agree(database: mongo.Db, name: string, ours: Agreed): Promise<Agreed> {
  if (!isSettled(await agreedOn(database, name), ours)) await propose(database, name, ours)
  return (await agreedOn(database, name)) ?? ours
}
