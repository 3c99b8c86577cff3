import { isHanAt } from '../words/signs.ts'

/** More of a line than this tells nothing new, and a hostile one must not cost more. */
const LOOKED_AT = 120

/** Every single sign and every pair of neighbours, once each: what tells which work a post is about. Digits and marks tell nothing of it. */
export function workGrams(text: string): ReadonlySet<string> {
  const grams = new Set<string>()
  const end = Math.min(text.length, LOOKED_AT)
  for (let at = 0; at < end; at += 1) {
    if (!isHanAt(text, at)) continue
    grams.add(text.charAt(at))
    if (at + 1 < end && isHanAt(text, at + 1)) grams.add(text.slice(at, at + 2))
  }
  return grams
}

const MARKS = new Set(' ,。、;!?\n')
const LONGEST = 3

/** A line with its numbers as 0 and its pauses as _, however long they are: 来2个,180一天 is _来0个_0一天_. */
function shapeOf(text: string): string {
  let shape = '_'
  for (let at = 0; at < Math.min(text.length, LOOKED_AT); at += 1) {
    const sign = text.charAt(at)
    const shown = MARKS.has(sign) ? '_' : sign >= '0' && sign <= '9' ? '0' : sign
    if ((shown === '_' || shown === '0') && shape.endsWith(shown)) continue
    shape += shown
  }
  return shape.endsWith('_') ? shape : `${shape}_`
}

/** Every run of up to three signs of a line's shape, once each: what tells whether it is a post. */
export function shapeGrams(text: string): ReadonlySet<string> {
  const shape = shapeOf(text)
  const grams = new Set<string>()
  for (let at = 0; at < shape.length; at += 1)
    for (let size = 1; size <= LONGEST && at + size <= shape.length; size += 1) grams.add(shape.slice(at, at + size))
  return grams
}
