import { shapeGrams } from './grams.ts'
import { POST_SIGNS } from './post-signs.ts'

const SIGNS = new Map(POST_SIGNS.flatMap(([worth, grams]) => grams.split(' ').map((gram) => [gram, worth] as const)))

/** More than this only posts have, and a few advertisements. */
const LIKE_A_POST = 6

/** Whether a line has the shape of a post, whatever it is about: by signs that posts have and other lines have not, or the other way round. */
export function isShapedLikePost(text: string): boolean {
  const grams = shapeGrams(text)
  let worth = 0
  for (const gram of grams) worth += SIGNS.get(gram) ?? 0
  return worth / Math.sqrt(grams.size) > LIKE_A_POST
}
