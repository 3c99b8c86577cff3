import { expect, it } from '@jest/globals'
import { runCommand } from '../kit/run-command.ts'

const run = (lines: readonly string[]) => runCommand('chat-runner.ts', { lines })

it.each([
  ['not JSON', '注册'],
  ['a field that no line has', '{"from":"li","text":"注册","group":true}'],
])('the chat runner ends where a line is %s, and says which', async (_what, bad) => {
  const { code, out, err } = await run(['{"from":"li","text":"帮助"}', bad, '{"from":"li","text":"帮助"}'])
  expect([code, out.trim().split('\n').length, err]).toEqual([1, 1, expect.stringContaining('line 2')])
})
