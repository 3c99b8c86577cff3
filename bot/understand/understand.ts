import { readCommand } from './commands/command.ts'
import { mendHomophones } from './commands/job-number.ts'
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
import type { JobDraft, MissingField, Understanding, Warning } from './understanding.ts'

/** What every publishable job must say. */
const NEEDED: readonly MissingField[] = ['trade', 'headcount', 'pay', 'start', 'place']

const missingIn = (draft: JobDraft): readonly MissingField[] => NEEDED.filter((field) => draft[field] === null)

/** The lexicon is read once; the returned function is pure and holds no state between lines. */
export function createUnderstand(lexicon: Lexicon): (line: Line) => Understanding {
  const tools: PostTools = { trades: createTradeFinder(lexicon), place: createPlaceReader(lexicon) }
  return (line) => {
    const text = mendHomophones(normalise(line.text))
    const scene = sceneOf(text, line)
    const command = readCommand(scene, tools, () => readJobs(scene.text, tools, line.now.toPlainDateTime()))
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
  const isPost = intent === 'post_job'
  const several = jobs.length > 1
  return {
    intent,
    slots,
    jobs: isPost ? jobs.map((job) => job.draft) : [],
    findings: isPost ? [...(jobs[0]?.findings ?? []), ...readFindings(scene.text)] : [],
    missing: isPost ? jobs.map((job) => missingIn(job.draft)) : [],
    warnings,
    explain: isPost
      ? jobs.flatMap((job, index) => job.explain.map((row) => (several ? { slot: `jobs[${index}].${row.slot}`, words: row.words } : row)))
      : words === ''
        ? []
        : [{ slot: 'intent', words }, ...slotWords(scene.text, slots)],
  }
}

/** Slots that stand in the text as they are; others came out of the words of the intent. */
function slotWords(text: string, slots: Understanding['slots']): Understanding['explain'] {
  return Object.entries(slots).flatMap(([slot, value]) =>
    typeof value === 'string' && text.includes(value) ? [{ slot, words: value }] : [],
  )
}

function warningsOf(scene: Scene, line: Line): readonly Warning[] {
  const id = scene.withId ? (['id-number'] as const) : []
  return line.text.length > READ_CHARACTERS ? [...id, 'cut-at-limit'] : id
}
