import { type ReactNode, useId, useState } from 'react'
import { CARD } from '../../copy.ts'
import { Definition } from './definition.tsx'
import { fileUrl, type TableQuestion } from './view.ts'

export interface CardProps {
  readonly name: string
  readonly className: string
  /** What exactly the figures in it count. */
  readonly definition: { readonly name: string; readonly text: string }
  readonly chart: ReactNode
  readonly table: ReactNode
  /** What its file answers; undefined where there is none. */
  readonly file: TableQuestion | undefined
  /** Between what else it may show. */
  readonly choice?: ReactNode
  readonly note?: ReactNode
}

/** A chart that is also a table, and a file. */
export function Card({ name, className, definition, chart, table, file, choice, note }: CardProps) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{name}</h2>
        <Definition {...definition} />
        <div className="card-tools">
          <button
            type="button"
            className="tool"
            aria-pressed={isTable}
            aria-label={`${name}：${isTable ? CARD.asChart : CARD.asTable}`}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? CARD.chart : CARD.table}
          </button>
          {file !== undefined &&
            (['csv', 'xlsx'] as const).map((format) => (
              <a key={format} className="tool" href={fileUrl(file, format)} download aria-label={CARD.download(name, CARD[format])}>
                {CARD[format]}
              </a>
            ))}
        </div>
      </header>
      {choice}
      <div className="card-body">{isTable ? table : chart}</div>
      {note !== undefined && <p className="card-note">{note}</p>}
    </section>
  )
}
