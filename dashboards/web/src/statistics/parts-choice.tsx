import type { Metric } from '@linggong/api/contract/statistics.contract.ts'
import { CARD, COLUMN } from '../../copy.ts'
import type { Page } from './page.ts'
import { PARTS } from './view.ts'

interface PartsChoiceProps {
  readonly page: Page
  readonly metric: Metric
  /** What is shown now. */
  readonly breakdown: string
}

/** Whether a metric is told apart by trade or by who employs, where it knows both. */
export function PartsChoice({ page: { look }, metric, breakdown }: PartsChoiceProps) {
  if (!metric.breakdowns.includes('employer')) return null
  return (
    <fieldset className="segments">
      <legend className="unseen">{CARD.parts}</legend>
      {PARTS.map((parts) => (
        <button key={parts} type="button" aria-pressed={breakdown === parts} onClick={() => look({ parts })}>
          {COLUMN[parts]}
        </button>
      ))}
    </fieldset>
  )
}
