import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import ts from 'typescript'

const ROOM = join(import.meta.dirname, '../../bot/understand')

/** Every regular expression of a source, literal or built. */
function expressionsIn(source: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text)
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') found.push(node.getText())
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('room.ts', source, ts.ScriptTarget.Latest, true))
  return found
}

const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

describe('no line can make the reading backtrack', () => {
  it.each(files)('%s uses no regular expression at all', (file) => {
    expect(expressionsIn(readFileSync(join(ROOM, file), 'utf8'))).toEqual([])
  })

  it('would see one, literal or built', () => {
    expect(expressionsIn('const a = /(a+)+b/\nconst b = new RegExp("c")')).toHaveLength(2)
    expect(files.length).toBeGreaterThan(30)
  })
})
