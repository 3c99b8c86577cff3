/** The words for a key that the county may have grown; the key itself where there are none yet. */
export const worded = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key
