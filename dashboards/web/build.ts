import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { BUILD_FILE, BUILT_FOLDER, digestOf, MADE_OF, REPOSITORY } from './built.ts'

/** What the phones and the television sets of a county town still run. */
const BROWSERS = ['chrome87', 'safari14', 'firefox78']
const ENTRIES = {
  statistics: 'src/statistics/main.tsx',
  screen: 'src/screen/main.tsx',
  report: 'src/report/main.ts',
  console: 'src/console/main.tsx',
}
const SMALLEST = 9
/** A package that is pinned to another version is another source. */
const ALSO_MADE_OF = [BUILD_FILE, path.join(import.meta.dirname, 'package.json')]

type Output = Rolldown.RolldownOutput['output']

/** Whoever builds, a test or a server: what people get is the same. */
process.env['NODE_ENV'] = 'production'

async function bundle(outDir: string): Promise<Output> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    base: '/web/',
    logLevel: 'warn',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      outDir,
      target: BROWSERS,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: { input: ENTRIES, output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } },
    },
  })
  if (!('output' in built)) throw new Error('one build gives one output')
  return built.output
}

/** The sources of ours that went in. */
function sourcesOf(output: Output): readonly string[] {
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
  const own = modules.filter((file) => path.isAbsolute(file) && !file.includes('node_modules'))
  return [...new Set([...own, ...ALSO_MADE_OF])].map((file) => path.relative(REPOSITORY, file)).sort()
}

/** Each file also as it travels: compressed once here and not for every reader. */
function compress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue
    const file = path.join(folder, name)
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: SMALLEST }))
  }
}

/** Builds beside the folder and then puts it in place, so that nobody ever reads half of it, whoever else builds at the same time. */
async function main(): Promise<void> {
  const folder = mkdtempSync(`${BUILT_FOLDER}-`)
  try {
    const output = await bundle(folder)
    const sources = sourcesOf(output).map((file) => [file, digestOf(path.join(REPOSITORY, file))])
    compress(folder)
    writeFileSync(path.join(folder, MADE_OF), `${JSON.stringify(Object.fromEntries(sources), null, 1)}\n`)
    rmSync(BUILT_FOLDER, { recursive: true, force: true })
    renameSync(folder, BUILT_FOLDER)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
