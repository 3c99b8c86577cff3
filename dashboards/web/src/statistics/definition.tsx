import { useEffect, useId, useRef, useState } from 'react'
import { PAGE } from '../../copy.ts'

const WIDTH = 320
const EDGE = 10

type Shown = 'shut' | 'hover' | 'pinned'

/** What exactly a figure counts: by a tap, by the keyboard, or where a mouse rests. */
export function Definition({ name, text }: { readonly name: string; readonly text: string }) {
  const [shown, setShown] = useState<Shown>('shut')
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const isShown = shown !== 'shut'

  useEffect(() => {
    if (!isShown) return undefined
    const shut = (): void => setShown('shut')
    const topOf = (): number => button.current?.getBoundingClientRect().top ?? 0
    const top = topOf()
    /** What came into view by being chosen has scrolled already; only what moves away takes its words along. */
    const onScroll = (): void => {
      if (Math.abs(topOf() - top) > EDGE) shut()
    }
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') shut()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('scroll', onScroll, { passive: true, capture: true })
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [isShown])

  return (
    <span className="definition">
      <button
        ref={button}
        type="button"
        className="definition-button"
        aria-label={PAGE.definitionOf(name)}
        aria-expanded={isShown}
        aria-describedby={isShown ? id : undefined}
        onClick={() => setShown(shown === 'pinned' ? 'shut' : 'pinned')}
        onBlur={() => setShown('shut')}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && shown === 'shut' && setShown('hover')}
        onPointerLeave={() => shown === 'hover' && setShown('shut')}
      >
        ?
      </button>
      {isShown && (
        <span role="tooltip" id={id} className="definition-text" style={placeOf(button.current)}>
          <strong>{name}</strong>
          {text}
        </span>
      )}
    </span>
  )
}

/** Below its button, and whole on the screen. */
function placeOf(button: HTMLButtonElement | null) {
  const { left = 0, bottom = 0, top = 0 } = button?.getBoundingClientRect() ?? {}
  const x = Math.max(EDGE, Math.min(left - EDGE, innerWidth - WIDTH - EDGE))
  return bottom > innerHeight * 0.7 ? { left: x, bottom: innerHeight - top + 6 } : { left: x, top: bottom + 6 }
}
