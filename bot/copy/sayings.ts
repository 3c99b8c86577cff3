import type { Nothing } from './sayings/about.ts'
import { COMPANIES } from './sayings/companies.ts'
import { FIGURES } from './sayings/figures.ts'
import { HELPING } from './sayings/helping.ts'
import { HELPING_OTHERS } from './sayings/helping-others.ts'
import { OWN_DATA } from './sayings/own-data.ts'
import { PAYING_OUT } from './sayings/paying-out.ts'
import { PENALTY } from './sayings/penalty.ts'
import { POSTING } from './sayings/posting.ts'
import { RATING } from './sayings/rating.ts'
import { REGISTERING } from './sayings/registering.ts'
import { TAKING } from './sayings/taking.ts'
import { TIE } from './sayings/tie.ts'
import { WORKING } from './sayings/working.ts'

/** Every sentence that answers a line: a command says which and with what facts, only here it becomes words. */
export const SAYINGS = {
  ...{ ...HELPING, ...HELPING_OTHERS, ...REGISTERING, ...COMPANIES, ...POSTING, ...TAKING },
  ...{ ...WORKING, ...PAYING_OUT, ...RATING, ...TIE, ...OWN_DATA, ...PENALTY, ...FIGURES },
} as const

type Sayings = typeof SAYINGS
type About<Kind extends keyof Sayings> = Parameters<Sayings[Kind]>[0]

export type Saying = { readonly [Kind in keyof Sayings]: { readonly kind: Kind; readonly about: About<Kind> } }[keyof Sayings]

/** Names what to say; `inWords` turns it into the sentence. */
export function say<Kind extends keyof Sayings>(kind: Kind, ...[about]: About<Kind> extends Nothing ? [] : [About<Kind>]): Saying {
  return { kind, about: about ?? {} } as Saying
}

export function inWords({ kind, about }: Saying, now: Temporal.Instant): string {
  const sentence = SAYINGS[kind] as (about: unknown, now: Temporal.Instant) => string
  return sentence(about, now)
}
