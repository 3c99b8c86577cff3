import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { placeFiles, wordFiles } from './learned-files.ts'

const folder = new URL('../../bot/understand/learned/', import.meta.url)

function write(files: Readonly<Record<string, string>>): void {
  const paths = Object.entries(files).map(([name, text]) => {
    const file = new URL(name, folder)
    writeFileSync(file, text)
    return fileURLToPath(file)
  })
  execFileSync('node_modules/.bin/biome', ['format', '--write', ...paths], { stdio: 'inherit' })
}

write(wordFiles())
write(await placeFiles())
