import type { WageSlipView } from '@linggong/api/contract/statutory.contract.ts'
import { inCounty } from '@linggong/api/core/clock.ts'
import { dayText, hoursText, lines, momentText, short, yuan } from './format.ts'

const ITEM = { work: '工钱', overtime: '加班', extra: '加付', deduction: '扣' } as const
const REASON_CHARACTERS = 20
const CONTENT_CHARACTERS = 18

const itemText = ({ kind, amountFen, reason }: WageSlipView['earned'][number]): string =>
  `${ITEM[kind]}${yuan(amountFen)}${reason === '' ? '' : `（${short(reason, REASON_CHARACTERS)}）`}`

export function wageSlipText(slip: WageSlipView, now: Temporal.Instant): string {
  const { number, content, employerName, startsAt, days, minutes, earned, deducted, taxFen, netFen, openFen, payments } = slip
  const day = dayText(inCounty(Temporal.Instant.from(startsAt)).toPlainDate(), now)
  return lines(
    `工资条【${number}】${short(content, CONTENT_CHARACTERS)}`,
    `老板：${employerName}`,
    `${day}${days > 1 ? `起，${days}天` : '，'}${minutes > 0 ? `干了${hoursText(minutes)}` : '没记下时间'}`,
    ...earned.map(itemText),
    ...deducted.map(itemText),
    taxFen > 0 && `代扣个税${yuan(taxFen)}`,
    `到手${yuan(netFen)}`,
    ...payments.map(({ at, netFen: part, by }) => `${momentText(at, now)} ${by === 'cash' ? '现金' : '进钱包'}${yuan(part)}`),
    openFen > 0 && `还有${yuan(openFen)}没付。`,
  )
}
