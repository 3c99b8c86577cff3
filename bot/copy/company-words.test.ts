import { describe, expect, it } from '@jest/globals'
import { beginsCompany, readCompany, readJoinCode } from './company-words.ts'

describe('who speaks for a company', () => {
  it.each(['企业登记', '我是企业', '登记公司', '注册企业', '我们是合作社', '企业登记 91350428MA0000001R', '登记公司 清语果业有限公司'])(
    '%s begins it',
    (text) => expect(beginsCompany(text)).toBe(true),
  )
  it.each(['企业', '公司', '我是公司老板', '公司要3个人搬货', '我是企业会计想找活', '注册', '我的企业'])('%s does not', (text) =>
    expect(beginsCompany(text)).toBe(false),
  )

  it.each([
    ['91350428MA0000001R', { creditCode: '91350428MA0000001R' }],
    ['9135 0428 MA00 0000 1R', { creditCode: '9135 0428 MA00 0000 1R' }],
    ['清语果业有限公司', { name: '清语果业有限公司' }],
    ['企业登记 清语果业有限公司 91350428MA0000001R', { creditCode: '91350428MA0000001R', name: '清语果业有限公司' }],
    ['常口村果蔬专业合作社', { name: '常口村果蔬专业合作社' }],
    ['913504', { creditCode: '913504' }],
    ['找活', {}],
    ['3个人', {}],
  ])('%s says so much', (text, said) => expect(readCompany(text)).toEqual(said))

  it.each([
    ['加入企业 12345678', '12345678'],
    ['加入公司：１２３４５６７８', '12345678'],
    ['加入企业', undefined],
    ['加入企业 1234', undefined],
  ])('%s joins by %s', (text, code) => expect(readJoinCode(text)).toBe(code))
})
