import type { Board } from '@linggong/api/contract/hall.contract.ts'
import { figureText } from '@linggong/api/core/statistics/figure-text.ts'
import { FIGURE_NAME, SCREEN } from '../../screen-copy.ts'
import { clockText, todayText } from './times.ts'

type BoardFigure = Board['figures'][number]

const NONE = { number: '—', unit: '' }

function FigureLine({ metric, value }: BoardFigure) {
  const { number, unit } = value === null ? NONE : figureText(metric, value)
  return (
    <div className="figure">
      <dt>{FIGURE_NAME[metric.id] ?? metric.name}</dt>
      <dd>
        <b>{number}</b>
        {unit}
      </dd>
    </div>
  )
}

/** What the county has come to today and this month. */
export function Figures({ figures, dataAsOf, demo }: Pick<Board, 'figures' | 'dataAsOf' | 'demo'>) {
  const asOf = Date.parse(dataAsOf)
  const groups = [
    { name: SCREEN.today, of: figures.filter(({ of }) => of === 'today') },
    { name: SCREEN.month, of: figures.filter(({ of }) => of !== 'today') },
  ]
  return (
    <section className="figures">
      {groups.map(({ name, of }) => (
        <div key={name}>
          <h2>{name}</h2>
          <dl>
            {of.map((figure) => (
              <FigureLine key={`${figure.metric.id} ${figure.of}`} {...figure} />
            ))}
          </dl>
        </div>
      ))}
      <p className="figures-as-of">
        {SCREEN.figuresAsOf(`${todayText(asOf)} ${clockText(asOf)}`)}
        {demo && <em className="tag warn">{SCREEN.demo}</em>}
      </p>
    </section>
  )
}

/** How somebody who stands before it gets such a job. */
export function Join({ code, example }: { readonly code: string | null; readonly example: string | undefined }) {
  const [first, second, third] = code === null ? SCREEN.stepsWithoutCode : SCREEN.steps
  return (
    <section className="join">
      {code !== null && <img src={code} alt={SCREEN.code} />}
      <div>
        <h2>{SCREEN.join}</h2>
        <ol>
          <li>{first}</li>
          <li>{second}</li>
          <li>
            {third} {example !== undefined && <b className="join-example">{SCREEN.example(example)}</b>}
          </li>
        </ol>
      </div>
    </section>
  )
}
