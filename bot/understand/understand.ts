import { readCommand } from './commands/command.ts'
import { findJobNumbers, mendHomophones } from './commands/job-number.ts'
import type { Intent } from './intent.ts'
import type { Lexicon } from './lexicon.ts'
import { type Line, READ_CHARACTERS } from './line.ts'
import { normalise } from './normalise/normalise.ts'
import type { JobReading, PostTools } from './post/draft.ts'
import { readFindings } from './post/findings.ts'
import { createPlaceReader } from './post/place.ts'
import { readJobs } from './post/split.ts'
import { createTradeFinder } from './post/trade.ts'
import { type Scene, sceneOf } from './scene.ts'
import { presentOf } from './time/present.ts'
import type { Explanation, Finding, JobDraft, MissingField, Understanding, Warning } from './understanding.ts'

/** What every publishable job must say. */
const NEEDED: readonly MissingField[] = ['trade', 'headcount', 'pay', 'start', 'place']

const missingIn = (draft: JobDraft): readonly MissingField[] => NEEDED.filter((field) => draft[field] === null)

/** The lexicon is read once; the returned function is pure and holds no state between lines. */
export function createUnderstand(lexicon: Lexicon): (line: Line) => Understanding {
  const tools: PostTools = { trades: createTradeFinder(lexicon), place: createPlaceReader(lexicon) }
  return (line) => {
    const clean = normalise(line.text)
    const numbers = findJobNumbers(clean)
    const scene = sceneOf({ text: mendHomophones(clean, numbers), numbers }, line)
    const command = readCommand(scene, tools, () => readJobs(scene.text, tools, presentOf(line.now)))
    return answer(scene, command, warningsOf(scene, line))
  }
}

export interface Decision {
  readonly intent: Intent
  readonly slots: Understanding['slots']
  readonly jobs: readonly JobReading[]
  readonly words: string
}

function answer(scene: Scene, decision: Decision, warnings: readonly Warning[]): Understanding {
  const { intent, slots, jobs, words } = decision
  if (intent !== 'post_job')
    return { intent, slots, jobs: [], findings: [], missing: [], warnings, explain: words === '' ? [] : explainSlots(scene.text, decision) }
  return {
    intent,
    slots,
    jobs: jobs.map((job) => job.draft),
    findings: findingsOf(scene.text, jobs),
    missing: jobs.map((job) => missingIn(job.draft)),
    warnings,
    explain: jobs.flatMap((job, index) => (jobs.length > 1 ? job.explain.map((row) => ofJob(index, row)) : job.explain)),
  }
}

const ofJob = (index: number, { slot, words }: Explanation): Explanation => ({ slot: `jobs[${index}].${slot}`, words })

function findingsOf(text: string, jobs: readonly JobReading[]): readonly Finding[] {
  const found = readFindings(text)
  const unsure = jobs.length === 0 ? undefined : jobs[0]?.findings
  return unsure === undefined || unsure.length === 0 ? found : unsure.concat(found)
}

/** The words of the intent, and slots that stand in the text as they are; others came out of the words of the intent. */
function explainSlots(text: string, { slots, words }: Decision): readonly Explanation[] {
  const rows: Explanation[] = [{ slot: 'intent', words }]
  for (const [slot, value] of Object.entries(slots))
    if (typeof value === 'string' && text.includes(value)) rows.push({ slot, words: value })
  return rows
}

function warningsOf(scene: Scene, line: Line): readonly Warning[] {
  const id = scene.withId ? (['id-number'] as const) : []
  return line.text.length > READ_CHARACTERS ? [...id, 'cut-at-limit'] : id
}
