import type { FlowRow } from '../port.ts'
import { FLOW_COLUMNS, FLOW_DIRECTIONS } from './bill-copy.ts'
import { fenOfYuan, tableReader } from './read-table.ts'

const DIRECTIONS: ReadonlyMap<string, FlowRow['direction']> = new Map(Object.entries(FLOW_DIRECTIONS))

/** What moved on an account on a day. */
export const readFlowFile = tableReader(FLOW_COLUMNS, ({ business, flow, direction: word, yuan, voucher }): FlowRow | undefined => {
  const direction = DIRECTIONS.get(word)
  const amountFen = fenOfYuan(yuan)
  if (direction === undefined || amountFen === undefined) return undefined
  return { direction, amountFen, numbers: [voucher, business, flow].filter((number) => number !== '') }
})
