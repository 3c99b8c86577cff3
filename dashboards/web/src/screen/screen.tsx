import { useEffect, useState } from 'react'
import { SCREEN } from '../../screen-copy.ts'
import { JobRow } from './job-row.tsx'
import { PAGE_SECONDS, pageAt } from './pages.ts'
import { Figures, Join } from './side.tsx'
import { ageText, clockText, isQuietHour, todayText } from './times.ts'
import { EVERY_MS, type Heard, watchBoard } from './watch-board.ts'

const SECOND_MS = 1_000
/** So many questions in a row without an answer, and it is said how old all this is. */
const AWAY_AFTER_MS = 4 * EVERY_MS
/** A screen that has just begun anew does not begin anew again. */
const LEAST_RUN_MS = 2 * 3_600_000

interface Told extends Heard {
  /** By a clock of one's own that nobody sets. */
  readonly atMs: number
}

/** The answer that counts is the last; one that says the same changes nothing. */
function useBoard(first: Heard): Told {
  const [told, setTold] = useState<Told>(() => ({ ...first, atMs: performance.now() }))
  useEffect(() => {
    let text = JSON.stringify(first.board)
    watchBoard((heard) => {
      const next = JSON.stringify(heard.board)
      const isSame = next === text
      text = next
      setTold((before) => ({ board: isSame ? before.board : heard.board, serverMs: heard.serverMs, atMs: performance.now() }))
    })
  }, [first])
  return told
}

/** The time by a clock of one's own, a second at a time, and when this began. */
function useSeconds() {
  const [began] = useState(() => performance.now())
  const [ms, setMs] = useState(began)
  useEffect(() => {
    const timer = setInterval(() => setMs(performance.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  return { ms, began }
}

export interface ScreenProps {
  readonly first: Heard
  /** Where the picture of the code is; null: nothing to scan. */
  readonly code: string | null
}

/** The screen of the hall. It runs for weeks: it keeps one answer, one page of rows, two timers, and begins anew each night. */
export function Screen({ first, code }: ScreenProps) {
  const { board, serverMs, atMs } = useBoard(first)
  const { ms, began } = useSeconds()
  const running = ms - began
  const silentMs = Math.max(0, ms - atMs)
  const now = serverMs + silentMs
  const isAway = silentMs > AWAY_AFTER_MS
  const { rows, at, of } = pageAt(board.jobs, Math.floor(running / SECOND_MS))

  useEffect(() => {
    if (running > LEAST_RUN_MS && !isAway && isQuietHour(now)) location.reload()
  }, [running, isAway, now])

  return (
    <div className={isAway ? 'screen away' : 'screen'}>
      <header>
        <h1>{SCREEN.title(board.county)}</h1>
        <p className="count">{SCREEN.open(board.jobs.length, board.more)}</p>
        <p className="clock">
          <span>{todayText(now)}</span>
          <b>{clockText(now)}</b>
        </p>
      </header>
      <main>
        <div className="columns" aria-hidden="true">
          {[SCREEN.number, SCREEN.work, SCREEN.pay, SCREEN.when, SCREEN.seats].map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
        {rows.length === 0 ? (
          <p className="empty">
            <b>{SCREEN.nothing}</b>
            {SCREEN.nothingMore}
          </p>
        ) : (
          <ol className="jobs" key={at}>
            {rows.map((job) => (
              <JobRow key={job.number} job={job} now={now} />
            ))}
          </ol>
        )}
      </main>
      <aside>
        <Figures figures={board.figures} dataAsOf={board.dataAsOf} demo={board.demo} />
        <Join code={code} example={rows[0]?.number} />
      </aside>
      <footer>
        <p className={isAway ? 'state bad' : 'state'}>
          {isAway ? SCREEN.away(ageText(silentMs), clockText(serverMs)) : SCREEN.asOf(clockText(serverMs))}
        </p>
        {of > 1 && (
          <p className="turns">
            <span>{SCREEN.page(at + 1, of)}</span>
            <progress value={(Math.floor(running / SECOND_MS) % PAGE_SECONDS) + 1} max={PAGE_SECONDS} aria-hidden="true" />
          </p>
        )}
      </footer>
    </div>
  )
}
