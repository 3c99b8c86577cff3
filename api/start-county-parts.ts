import type { RootFiles } from './audit/root-files.ts'
import type { Handlers } from './contract/handler.ts'
import type { Clock } from './core/clock.ts'
import type { CheckPeriods } from './core/company/company.ts'
import type { LateCancelRule } from './core/job/cancel-job.ts'
import type { Fen } from './core/money.ts'
import type { PenaltyRules } from './core/penalty/penalty.ts'
import type { AgeLimits } from './core/person/age-limits.ts'
import type { LicenceRule } from './core/person/licence-rule.ts'
import type { RatingWords } from './core/rating/clean-text.ts'
import type { TaxSettings } from './core/tax/withhold.ts'
import type { Log } from './log.ts'
import type { PaymentProvider } from './payment/port.ts'
import type { CodeSender } from './person/code-sender.ts'
import type { PersonVerifier } from './person/person-verifier.ts'
import type { Queue } from './queue/port.ts'
import type { PasswordCost } from './staff/hash-password.ts'
import type { PayeeDesk } from './start-payment.ts'
import type { Platform } from './statutory/export-platform-report.ts'
import type { Store } from './store/port.ts'
import type { Vault } from './vault/vault.ts'

/** What the rules need to know of the county itself. */
export interface CountySettings {
  readonly adcode: string
  /** Made up as a whole: whoever registers is counted as demo too. */
  readonly demo: boolean
  /** True unless said: what wakes people waits for the morning. */
  readonly quietAtNight?: boolean
  readonly floorFenPerHour: Fen
  readonly tradeOf: (trade: string) => { readonly riskClass: number }
  readonly name: string
  readonly townships: readonly string[]
  readonly trades: readonly string[]
  /** The papers that the county knows of. */
  readonly licenceNames: readonly string[]
  /** Those of them that are about a skill, which the law never asks for. */
  readonly skillPapers: readonly string[]
  /** Which of them the law asks for, in which trade and from when to when. */
  readonly licenceRules: readonly LicenceRule[]
  /** What is closed to whom, besides what the law closes. */
  readonly ageLimits: AgeLimits
  /** Whether only people whom somebody has made sure of may take and publish. */
  readonly workNeedsVerified: boolean
  /** What a late word costs an employer. */
  readonly lateCancel: LateCancelRule
  /** Whether pay may change hands outside, as both sides say. */
  readonly cashAllowed: boolean
  /** What is counted of a word that was not kept, and what follows. */
  readonly penalties: PenaltyRules
  /** How long before everybody an employer's usual workers hear of his job. */
  readonly headStartMinutes: number
  /** What may not stand in a rating. */
  readonly ratingWords: RatingWords
  /** What one person of the staff may let go out, or lend, alone. */
  readonly aloneFen?: Fen | undefined
  /** What a worker may have sent within a day before somebody of the hall looks at it. */
  readonly unlookedFen?: Fen | undefined
  /** How often companies are looked at again; every half year unless said. */
  readonly companyChecks?: CheckPeriods
  /** Nothing is withheld unless said. */
  readonly tax?: TaxSettings
  /** What the tax office is told of the platform itself. */
  readonly platform: Platform
  /** How long wages are kept; not less than the law says. */
  readonly wagesKeptYears?: number
}

export interface CountyParts {
  readonly store: Store
  readonly queue: Queue
  readonly vault: Vault
  readonly clock: Clock
  readonly monotonicMs: () => number
  readonly log: Log
  readonly settings: CountySettings
  readonly health: Handlers['health']
  /** Where the money lies; undefined: from hand to hand only. */
  readonly provider: PaymentProvider | undefined
  /** Who makes sure of people while they register; undefined: only a look at the card does. */
  readonly verifier: PersonVerifier | undefined
  /** Who brings codes to phones; undefined: nobody, and phones are changed at the hall. */
  readonly codeSender?: CodeSender | undefined
  /** Where the roots of the audit are written out to; none in a replay. */
  readonly auditRoots?: Pick<RootFiles, 'write'>
  /** How people name the accounts they are paid out to; undefined where nothing is paid out. */
  readonly payees: PayeeDesk | undefined
  /** Where people reach the county's pages, without a slash at the end. */
  readonly publicUrl: () => string
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
  /** Pays an attempt, by its number, where money is play money. */
  readonly payInPlay?: ((number: string) => Promise<void>) | undefined
  /** What stands in the address of a page; given by a replay. */
  readonly pageCode?: () => string
  /** The digits of a one-time code; given by a replay. */
  readonly oneTimeCode?: () => string
  /** Four digits; given by a replay that must always tell the same. */
  readonly startCode?: () => string
  /** What a staff password costs to try; less in a test that tries a thousand. */
  readonly passwordCost?: PasswordCost | undefined
  /** How many timers run at once; one at a time in a replay, so that what falls due together is told in one order. */
  readonly timersAtOnce?: number
}
