import { describe, expect, it } from '@jest/globals'
import { createLog, errorFields, type LogFields, type LogLevel } from './log.ts'

function logged(level: LogLevel, write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  write(createLog({ level, to: { write: (line) => void lines.push(line) } }))
  return lines.map((line) => JSON.parse(line))
}

const smuggled = (fields: object): LogFields => fields

describe('log', () => {
  it('writes the fields it knows', () => {
    const [line] = logged('info', (log) => log.info({ method: 'GET', route: '/jobs/:number', status: 200, ms: 1.5 }, 'answered'))
    expect(line).toMatchObject({ level: 30, method: 'GET', route: '/jobs/:number', status: 200, ms: 1.5, msg: 'answered' })
  })

  it('drops what is not on the list, also inside of what is', () => {
    const canary = '350428199001011234'
    const fields = smuggled({ body: canary, phone: canary, route: { url: canary }, id: 'J1' })
    const lines = logged('info', (log) => log.info(fields, 'answered'))
    expect(lines[0]).toMatchObject({ id: 'J1' })
    expect(JSON.stringify(lines)).not.toContain(canary)
  })

  it('tells the kind and the place of an error, never its message', () => {
    const canary = '13800001234'
    const error = Object.assign(new TypeError(`no such phone\n    at ${canary}:1:1`), { code: 'E_PHONE' })
    const fields = errorFields(error)
    expect(fields).toMatchObject({ error: 'TypeError', errorCode: 'E_PHONE' })
    expect(fields.frames).toContain('log.test.ts')
    expect(JSON.stringify(fields)).not.toContain(canary)
    expect(errorFields(canary)).toEqual({ error: 'string' })
  })

  it('can write to where the process writes', () => {
    expect(() => createLog({ level: 'error' }).debug({}, 'below its level')).not.toThrow()
  })

  it('cuts long texts and keeps below its level silent', () => {
    const [line] = logged('info', (log) => log.warn({ id: 'x'.repeat(5000) }, 'long'))
    expect(String(line?.['id'])).toHaveLength(1000)
    expect(logged('warn', (log) => log.info({}, 'quiet'))).toEqual([])
    expect(logged('silent', (log) => log.error({}, 'quiet'))).toEqual([])
  })
})
