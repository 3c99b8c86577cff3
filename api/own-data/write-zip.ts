import { Zip, ZipDeflate } from 'fflate'

/** A file of an archive, written while it is read: nothing of it is held but the part in hand. */
export interface ZippedFile {
  readonly name: string
  readonly parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
}

const encoder = new TextEncoder()

/** An archive as a stream: what reads slowly lets it be made slowly. `at` is when its files say that they were made. */
export async function* writeZip(files: AsyncIterable<ZippedFile>, at: Temporal.Instant): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for await (const { name, parts } of files) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = at.epochMilliseconds
    zip.add(entry)
    for await (const part of parts) {
      entry.push(typeof part === 'string' ? encoder.encode(part) : part)
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready
}

/** A JSON array, a row a line, written while its rows are read. */
export async function* jsonRows(rows: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  let lead = '[\n'
  for await (const row of rows) {
    yield `${lead}${JSON.stringify(row)}`
    lead = ',\n'
  }
  yield lead === '[\n' ? '[]\n' : '\n]\n'
}

export const jsonFile = (value: unknown): readonly string[] => [`${JSON.stringify(value, null, 2)}\n`]
