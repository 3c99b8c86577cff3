/** Ids, numbers, codes, days and amounts: what may be said about a thing where nobody may be named. */
export type Facts = Readonly<Record<string, string | number>>

const TOKEN = /^[!-~]{1,100}$/
const UNREADABLE = '?'

/** Somebody else's own words may come in here, and a name must not come in with them: what is no id, number, day or code is left out. */
const clean = (fact: string | number): string | number => (typeof fact === 'number' || TOKEN.test(fact) ? fact : UNREADABLE)

export const cleanFacts = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, clean(fact)]))
