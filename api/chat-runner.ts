import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { startScript } from './start-script.ts'

/** Whole lines as they come in, so that a program may also talk with the runner line by line. */
async function* wholeLines(input: NodeJS.ReadStream): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  yield [rest]
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { county: { type: 'string' } } })
  const script = await startScript(values.county === undefined ? {} : { countyFile: JSON.parse(await readFile(values.county, 'utf8')) })
  try {
    for await (const lines of wholeLines(process.stdin)) {
      for await (const answered of script.tell(lines)) process.stdout.write(`${JSON.stringify(answered)}\n`)
    }
  } finally {
    await script.stop()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
