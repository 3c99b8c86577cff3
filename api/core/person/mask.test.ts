import { describe, expect, it } from '@jest/globals'
import { COMPOUND_SURNAMES } from './compound-surnames.ts'
import { readIdNumber } from './id-number.ts'
import { maskDigits, maskIdNumber, maskName, maskPhone } from './mask.ts'
import { readName } from './name.ts'
import { readPhone } from './phone.ts'
import { anIdNumber } from './testing/id-numbers.ts'

describe('a masked name', () => {
  it.each([
    ['王芳', '王*'],
    ['廖大山', '廖*山'],
    ['欧阳锋', '欧阳*'],
    ['欧阳小锋', '欧阳*锋'],
    ['欧阳', '欧*'],
    ['王李小明', '王*明'],
    ['阿不都·热合曼', '阿*曼'],
    ['𠮷田', '𠮷*'],
    ['Li', 'L*'],
    ['John Smith', 'J*h'],
  ])('of %s is %s', (typed, masked) => {
    const name = readName(typed)
    expect(name.ok && maskName(name.value)).toBe(masked)
  })

  it('knows each compound surname once, two characters long', () => {
    expect([...COMPOUND_SURNAMES].every((surname) => [...surname].length === 2)).toBe(true)
  })
})

it('a masked phone shows three and four digits', () => {
  const phone = readPhone('13800001234')
  expect(phone.ok && maskPhone(phone.value)).toBe('138****1234')
})

it('a masked ID number shows four and four characters', () => {
  const identity = readIdNumber(anIdNumber('19800101', { sequence: 123 }), Temporal.PlainDate.from('2026-11-23'))
  expect(identity.ok && maskIdNumber(identity.value.idNumber)).toMatch(/^3504\*{10}123\d$/)
})

it.each([
  ['找老王13800001234', '找老王****'],
  ['电话：138 0000-1234，谢谢', '电话：****，谢谢'],
  ['１３８００００１２３４', '****'],
  ['身份证350428198001011234X', '身份证****X'],
  ['3栋2单元1203，（两个人）', '3栋2单元1203，（两个人）'],
  ['工钱180元', '工钱180元'],
])('what everybody reads of %j is %j', (typed, shown) => {
  expect(maskDigits(typed)).toBe(shown)
})
