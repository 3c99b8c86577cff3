import type { ConductView, PenaltyView } from '@linggong/api/contract/penalty.contract.ts'
import { inCounty } from '@linggong/api/core/clock.ts'
import { dayText, lines, momentText } from '../format.ts'
import type { Nothing, Now } from './about.ts'

const REASON: Readonly<Record<PenaltyView['reason'], string>> = {
  'no-show': '说好没到',
  'late-hand-back': '临开工才退单',
  'late-cancel': '有人接了才撤单',
  'late-pay': '工钱拖了一天多',
}
const SHOWN = 5

function standing({ appeal, pointsNow }: PenaltyView): string {
  if (appeal?.state === 'waiting') return `${pointsNow}分，申诉在看`
  if (appeal?.state === 'lifted') return `撤了，不算。${appeal.reason ?? ''}`
  if (appeal?.state === 'upheld') return `${pointsNow}分，申诉没成：${appeal.reason ?? ''}`
  return pointsNow === 0 ? '过期了，不算' : `${pointsNow}分`
}

const penaltyLine = (penalty: PenaltyView, now: Now): string =>
  `${dayText(inCounty(Temporal.Instant.from(penalty.at)).toPlainDate(), now)}【${penalty.number}】${REASON[penalty.reason]}：${standing(penalty)}`

export const PENALTY = {
  conduct: ({ points, pausedUntil, hallFirst, penalties }: ConductView, now: Now) =>
    penalties.length === 0
      ? '没有处罚记录，好样的。'
      : lines(
          hallFirst && '先到零工大厅或驿站说一声，大厅点头了再接活、发活。',
          pausedUntil !== null && `暂停接活、发活，到${momentText(pausedUntil, now)}。`,
          `现在共${points}分，一个月减一半，四个月清零。`,
          ...penalties.slice(0, SHOWN).map((penalty) => penaltyLine(penalty, now)),
          penalties.some(({ appealUntil }) => appealUntil !== null) && '不怪你的，回「申诉」，大厅的人来听你说。',
        ),
  nothingToAppeal: (_: Nothing) => '没有能申诉的记录。回「我的处罚」看看，有事回「人工」。',
  whichPenalty: ({ penalties }: { penalties: readonly PenaltyView[] }, now: Now) =>
    lines('申诉哪一条？回序号。', ...penalties.slice(0, SHOWN).map((penalty, index) => `${index + 1}. ${penaltyLine(penalty, now)}`)),
  askWhy: (_: Nothing) => lines('怎么回事？', '回1 天气，回2 生病，回3 受伤、出意外，回4 别的。', '细节不用写，大厅的人会来问你。'),
  appealed: (_: Nothing) => lines('申诉收到了，大厅的人会来问你，看完告诉你结果。', '天气、生病、受伤的，查实就撤。'),
}
