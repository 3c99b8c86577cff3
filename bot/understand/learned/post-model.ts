import { shapeGrams } from './grams.ts'
import { POST_SIGNS } from './post-signs.ts'

const SIGNS = new Map(POST_SIGNS.flatMap(([worth, grams]) => grams.split(' ').map((gram) => [gram, worth] as const)))

/**
 * How far a line has the shape of a post, whatever it is about: by signs that posts have and other lines have not, or the other way round.
 * Most posts are worth more than 6, hardly any other line of work is; advertisements may be worth 10.
 */
export function postShape(text: string): number {
  const grams = shapeGrams(text)
  let worth = 0
  for (const gram of grams) worth += SIGNS.get(gram) ?? 0
  return worth / Math.sqrt(grams.size)
}
