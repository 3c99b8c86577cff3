import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it } from '@jest/globals'

const RUNNER = path.join(import.meta.dirname, '../../api/chat-runner.ts')

async function run(lines: readonly string[]) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', RUNNER], { stdio: ['pipe', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk)
  })
  child.stdin.on('error', () => undefined).end(lines.join('\n'))
  const [code] = await once(child, 'close')
  return { code, ...said }
}

it.each([
  ['not JSON', '注册'],
  ['a field that no line has', '{"from":"li","text":"注册","group":true}'],
])('the chat runner ends where a line is %s, and says which', async (_what, bad) => {
  const { code, out, err } = await run(['{"from":"li","text":"帮助"}', bad, '{"from":"li","text":"帮助"}'])
  expect([code, out.trim().split('\n').length, err]).toEqual([1, 1, expect.stringContaining('line 2')])
})
