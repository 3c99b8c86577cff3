/** Markup that is safe to send. Only `html` makes it, and escapes whatever else is put into it. */
export interface Html {
  readonly markup: string
}

type Part = string | number | Html | readonly Html[]

const escaped = (text: string): string => text.toWellFormed().replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

function markupOf(part: Part): string {
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escaped(part)
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

/** A template whose words are markup and whose parts are text; an empty list is nothing. */
export const html = (words: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: String.raw({ raw: words }, ...parts.map(markupOf)),
})
