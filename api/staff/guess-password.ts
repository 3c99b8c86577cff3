import type { GuessesOf } from '../core/staff/password.ts'

/** What is longer is no easier, and the estimate takes a time that grows fast with the length. */
const LOOKED_AT_CHARACTERS = 40

let estimator: Promise<GuessesOf> | undefined

/** How many guesses a text takes from somebody who knows the passwords that leaked elsewhere, keyboards, dates and the person's own words. */
export const loadGuessesOf = (): Promise<GuessesOf> => {
  estimator ??= load()
  return estimator
}

/** Only when the first password is set: thirty thousand passwords are read for it. */
async function load(): Promise<GuessesOf> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (text, own) => zxcvbn.check([...text].slice(0, LOOKED_AT_CHARACTERS).join(''), [...own]).guessesLog10
}
