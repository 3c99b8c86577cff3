import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { html } from './html.ts'

describe('html', () => {
  it.each([
    ['<b>', '&#60;b&#62;'],
    ['"onload="x', '&#34;onload=&#34;x'],
    ["'&amp;", '&#39;&#38;amp;'],
    ['\ud800', '\ufffd'],
  ])('escapes %j', (text, markup) => {
    expect(html`<p title="${text}">${text}</p>`).toEqual({ markup: `<p title="${markup}">${markup}</p>` })
  })

  it('takes in markup of its own as it is, many of it or none', () => {
    const rows = ['a', '<'].map((text) => html`<li>${text}</li>`)
    expect(html`<ul>${rows}${[]}</ul>${html`<hr>`}${3}`).toEqual({ markup: '<ul><li>a</li><li>&#60;</li></ul><hr>3' })
  })

  it('lets no text out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`${text}`.markup).not.toMatch(/[<>"']|&(?!#\d+;)/)
      }),
    )
  })
})
