import fc from 'fast-check'
import type { Crash } from '../fate.ts'
import { ACTS, type Act, type Move, story, textOf } from './move.ts'
import { JOBS, WORKERS } from './people.ts'

/** Numbers that matter to an act; any other act is content with which of the newest few. */
const NUMBERS: Readonly<Partial<Record<Act, readonly number[]>>> = {
  trust: [0, 20_002, 123_457, 150_000],
  settle: [-10_001, -400, 0, 0, 1, 501, 20_000],
  judge: [0, 1, 9_000, 10_001, 50_000],
  part: [0, 1, 3, 7, 8],
  partBy: [1, 5],
  less: [1, 333, 10_000],
  over: [1, 2, 9],
  overBy: [1, 3],
  withdraw: [0, 0, 99, 100, 6_000, 40_000],
  lie: [-1, 0, 0, 1],
  pass: [1, 30, 130, 700, 1_500],
}

/** What happens most in a county stands here more than once. */
const LIKELY: readonly Act[] = [
  ...ACTS,
  ...(['take', 'take', 'take', 'start', 'start', 'finish', 'finish', 'confirm', 'confirm', 'pay', 'pay', 'told', 'told', 'told'] as const),
  ...(['hear', 'hear', 'tell', 'tell', 'yes', 'yes', 'no', 'cash', 'less', 'over', 'part', 'settle', 'withdraw', 'thumb', 'ask'] as const),
]

const someMove = (): fc.Arbitrary<readonly Move[]> =>
  fc.constantFrom(...LIKELY).chain((act) =>
    fc
      .record({
        act: fc.constant(act),
        job: fc.nat({ max: JOBS - 1 }),
        worker: fc.nat({ max: WORKERS - 1 }),
        n: fc.constantFrom(...(NUMBERS[act] ?? [0, 0, 1, 2])),
      })
      .map((move) => [move]),
  )

/** Moves that mostly follow each other, `J` for a job and `W` for a worker. */
const PHRASES: readonly string[] = [
  'takeJ.W told',
  'takeJ.W startJ.W',
  'startJ.W finishJ.W told',
  'takeJ.W startJ.W finishJ.W confirmJ told',
  'confirmJ told payJ hear told',
  'lessJ.W=333 noJ.W told',
  'lessJ.W=333 yesJ.W told',
  'settleJ.W=501 told payJ hear',
  'cashJ.W yesJ.W',
  'cashJ.W payJ yesJ.W hear',
  'cashJ.W payJ hear yesJ.W tell',
  'cashJ.W noJ.W told',
  'overJ.W=2 yesJ.W confirmJ told',
  'partJ.W=3 yesJ.W told',
  'withdraw.W thumb.W',
  'withdraw.W=1000 withdraw.W=6000 bank.W',
  'cancelJ told payJ hear told',
  'insureJ told payJ hear told',
  'askJ forceJ=1 payJ hear hear=1',
  'pass=130 askJ told payJ forceJ=1',
]

const somePhrase = (): fc.Arbitrary<readonly Move[]> =>
  fc
    .record({ phrase: fc.constantFrom(...PHRASES), job: fc.nat({ max: JOBS - 1 }), worker: fc.nat({ max: WORKERS - 1 }) })
    .map(({ phrase, job, worker }) => story(phrase.replaceAll('J', String(job)).replaceAll('W', String(worker))))

/** How a job comes to the world, or not. */
const BEGINNINGS: readonly string[] = [
  '',
  'publishJ told',
  'publishJ payJ hear told',
  'publishJ payJ told',
  'insureJ publishJ payJ hear told',
  'trustJ=150000 publishJ told',
  'trustJ=150000 insureJ publishJ payJ hear told',
  'publishCashJ told',
  'slow publishJ payJ hear told',
]

const someBeginning = (): fc.Arbitrary<readonly Move[]> =>
  fc
    .array(fc.constantFrom(...BEGINNINGS), { minLength: JOBS, maxLength: JOBS })
    .map((texts) => texts.flatMap((text, job) => story(text.replaceAll('J', String(job)))))

/** As text, so that whoever reads of a failure can play it again. */
export const someStory = (maxLength = 25): fc.Arbitrary<string> =>
  fc
    .tuple(someBeginning(), fc.array(fc.oneof(someMove(), somePhrase()), { maxLength }))
    .map(([begun, moves]) => [...begun, ...moves.flat()].map(textOf).join(' '))

export const someCrash = (): fc.Arbitrary<Crash> => fc.record({ after: fc.nat({ max: 60 }), done: fc.boolean() })
