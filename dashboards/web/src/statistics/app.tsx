import type { Overview } from '@linggong/api/contract/overview.contract.ts'
import { periodText } from '@linggong/api/core/statistics/period-text.ts'
import { useCallback, useEffect, useState } from 'react'
import { CARD, PAGE } from '../../copy.ts'
import { AgeingCard } from './ageing-card.tsx'
import { AlertsCard } from './alerts-card.tsx'
import { AllFigures } from './all-figures.tsx'
import { BarsCard } from './bars-card.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { Masthead } from './masthead.tsx'
import { figureOf, type Page } from './page.ts'
import { SignIn } from './sign-in.tsx'
import { Tile } from './tile.tsx'
import { TrendCard } from './trend-card.tsx'
import type { Figure, Figures } from './types.ts'
import { useAnswer } from './use-answer.ts'
import { FIRST_METRIC, overviewUrl, readView, searchOf, type View } from './view.ts'

/** The view in the address, which is what "back", a bookmark and whoever is sent it see. */
function useView(): readonly [View, (change: Partial<View>) => void] {
  const [view, setView] = useState(() => readView(location.search))
  useEffect(() => {
    const follow = (): void => setView(readView(location.search))
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const look = useCallback((change: Partial<View>) => {
    const next = { ...readView(location.search), ...change }
    history.pushState(null, '', `${location.pathname}${searchOf(next)}`)
    setView(next)
  }, [])
  return [view, look]
}

function Tiles({ page }: { readonly page: Page }) {
  const { given, overview, view, look } = page
  return (
    <ul className="tiles" aria-label={PAGE.tiles}>
      {given.tiles.map((id) => {
        const figure = figureOf(page, id)
        return figure === undefined ? null : (
          <Tile key={id} figure={figure} period={overview.period} isPicked={id === view.metric} onPick={() => look({ metric: id })} />
        )
      })}
    </ul>
  )
}

/** What is not told apart by who employs is so by trade, whatever was chosen before. */
const partsOf = ({ view }: Page, { metric }: Figure): View['parts'] => (metric.breakdowns.includes(view.parts) ? view.parts : 'trade')

function Cards({ page }: { readonly page: Page }) {
  const picked = figureOf(page, page.view.metric) ?? figureOf(page, FIRST_METRIC)
  if (picked === undefined) return null
  return (
    <div className="cards">
      <TrendCard page={page} figure={picked} />
      <CoverageCard page={page} />
      <BarsCard page={page} metric={picked.metric} breakdown="township" />
      <BarsCard page={page} metric={picked.metric} breakdown={partsOf(page, picked)} />
      <AgeingCard page={page} />
      <AlertsCard page={page} />
      <AllFigures page={page} />
    </div>
  )
}

/** The figures of a county: where, when, how much, and what exactly that means. */
export function App({ given }: { readonly given: Figures }) {
  const [view, look] = useView()
  const own = given.isWholeCounty ? undefined : given.townships[0]
  const seen = view.region === undefined && own !== undefined ? { ...view, region: own } : view
  const [first] = useState(() => ({ url: overviewUrl(seen), value: given.overview }))
  const { value: overview = given.overview, state } = useAnswer<Overview>(overviewUrl(seen), first)
  if (state === 'signed-out') return <SignIn wasWrong={false} />
  const page: Page = { given, view: seen, overview, look }
  return (
    <>
      <Masthead page={page} />
      <main className={state === 'here' ? undefined : 'waits'} aria-busy={state !== 'here'}>
        <p role="status" className={state === 'failed' ? 'failed' : 'unseen'}>
          {state === 'failed' ? PAGE.failed : state === 'waits' ? CARD.waits : PAGE.updated(periodText(overview.period))}
        </p>
        <Tiles page={page} />
        <Cards page={page} />
      </main>
    </>
  )
}
