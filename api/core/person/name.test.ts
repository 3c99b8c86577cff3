import { describe, expect, it } from '@jest/globals'
import { readName } from './name.ts'

describe('a name', () => {
  it.each([
    ['廖大山', '廖大山'],
    ['王芳', '王芳'],
    [' 欧阳锋\n', '欧阳锋'],
    ['廖　大山', '廖大山'],
    ['阿不都·热合曼', '阿不都·热合曼'],
    ['阿不都•热合曼', '阿不都·热合曼'],
    ['阿不都．热合曼', '阿不都·热合曼'],
    ['𠮷田大山', '𠮷田大山'],
    ['〇一', '〇一'],
    ['John Smith', 'John Smith'],
    ['Ｊｏｈｎ  Ｓｍｉｔｈ', 'John Smith'],
    ['O’Brien', "O'Brien"],
    ['José Núñez', 'José Núñez'],
    ['山'.repeat(20), '山'.repeat(20)],
  ])('%p is read as %p', (typed, name) => {
    expect(readName(typed)).toEqual({ ok: true, value: name })
  })

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['one character', '山'],
    ['one character outside the basic plane', '𠮷'],
    ['21 characters', '山'.repeat(21)],
    ['digits', '廖大山1'],
    ['a formula', '=HYPERLINK("http://x")'],
    ['a formula of letters', '=SUM'],
    ['a plus in front', '+廖大山'],
    ['a minus in front', '-廖大山'],
    ['an at in front', '@廖大山'],
    ['a dot in front', '·廖大山'],
    ['a dot behind', '廖大山·'],
    ['two dots', '阿不都··热合曼'],
    ['an emoji', '廖大山👨‍👩‍👧'],
    ['a zero-width space', '廖\u200b大山'],
    ['a bidi override', '廖\u202e大山'],
    ['a NUL', '廖\0大山'],
    ['a line break', 'John\nSmith'],
    ['a tab', 'John\tSmith'],
    ['half a surrogate pair', '廖\ud842山'],
    ['zalgo', 'Z̵a̷l̸g̶o̵'],
    ['a Cyrillic homoglyph', 'Jоhn'],
    ['a template', '{{name}}'],
    ['a query', '{"$gt":""}'],
    ['markup', '<b>廖大山</b>'],
    ['an underline', '__proto__'],
  ])('with %s is refused', (_what, typed) => {
    expect(readName(typed)).toEqual({ ok: false, refusal: 'name-invalid', facts: {} })
  })
})
