import type { Lexicon } from '../lexicon.ts'
import { normalise } from '../normalise/normalise.ts'
import { createTradeFinder, mainTrade } from '../post/trade.ts'
import { isHanAt } from '../words/signs.ts'
import { type PlainSlot, readPlainSlot, type SlotAnswer, type SlotValues } from './read-slot.ts'

export type AnyValue = SlotValues[PlainSlot]

export interface SlotReader {
  <K extends PlainSlot>(slot: K, text: string, now: Temporal.ZonedDateTime): SlotAnswer<SlotValues[K]>
  (slot: 'trade' | 'place', text: string, now: Temporal.ZonedDateTime): SlotAnswer<string>
}

const LONGEST_PLACE = 40
const PLACE_HEADS = ['在', '到', '就在', '地点在', '地点是', '地点', '地址', '地址是', '位于', '去', ':', ' ']
const NO_PLACE_ANSWERS = ['不知道', '不清楚', '到时候说', '再说', '待定', '电话联系', '你猜']

/** The whole answer is the place, as written, without 在 or 地点. */
function place(text: string): SlotAnswer<string> {
  let rest = text
  for (const head of [...PLACE_HEADS, ...PLACE_HEADS])
    if (rest.startsWith(head) && rest.length > head.length + 1) rest = rest.slice(head.length)
  const isText = Array.from(rest).some((sign) => isHanAt(sign, 0))
  return rest.length >= 2 && rest.length <= LONGEST_PLACE && isText && !NO_PLACE_ANSWERS.some((words) => rest.includes(words))
    ? rest
    : 'unsure'
}

/** Reads the answer to a question of the bot for any slot of a job. */
export function createSlotReader(lexicon: Lexicon): SlotReader {
  const trades = createTradeFinder(lexicon)
  function read<K extends PlainSlot>(slot: K, text: string, now: Temporal.ZonedDateTime): SlotAnswer<SlotValues[K]>
  function read(slot: 'trade' | 'place', text: string, now: Temporal.ZonedDateTime): SlotAnswer<string>
  function read(slot: PlainSlot | 'trade' | 'place', written: string, now: Temporal.ZonedDateTime): SlotAnswer<AnyValue> {
    const text = normalise(written)
    if (slot === 'place') return place(text)
    if (slot !== 'trade') return readPlainSlot(slot, text, now)
    return (mainTrade(trades.all(text)) ?? trades.bySound(text))?.trade ?? 'unsure'
  }
  return read
}
