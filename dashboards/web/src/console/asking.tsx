import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ASKING, COMMON } from '../../console-copy.ts'
import { Field, Form, fieldOf } from './parts.tsx'
import { type No, newKey, type Reply, send } from './send.ts'

/** What is wanted before something is done. */
export type Wanted = { readonly kind: 'proof' } | { readonly kind: 'second'; readonly ask: () => Promise<Reply<'askApproval'>> }

export interface Question {
  readonly wanted: Wanted
  readonly answer: (isDone: boolean) => void
}

function Sheet({ title, close, children }: { readonly title: string; readonly close: () => void; readonly children: ReactNode }) {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    sheet.current?.querySelector<HTMLElement>('input, button.main')?.focus()
    return () => (before instanceof HTMLElement ? before.focus() : undefined)
  }, [])
  return (
    <div className="veil">
      <div
        ref={sheet}
        className="sheet"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        onKeyDown={({ key }) => key === 'Escape' && close()}
      >
        <h2>{title}</h2>
        {children}
        <button type="button" className="plain" onClick={close}>
          {COMMON.cancel}
        </button>
      </div>
    </div>
  )
}

/** A form that makes one call outside of any room. */
function useOnce(answer: (isDone: boolean) => void) {
  const [isDoing, setDoing] = useState(false)
  const [no, setNo] = useState<No>()
  const isUnderWay = useRef(false)
  async function run(call: () => Promise<{ readonly ok: true } | No>): Promise<void> {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setDoing(true)
    const reply = await call()
    isUnderWay.current = false
    setDoing(false)
    if (reply.ok) answer(true)
    else setNo(reply)
  }
  return { run, isDoing, no }
}

const SIX_DIGITS = /^\d{6}$/

/** Either of the two proves that it is still he; no password is six digits. */
const proofOf = (typed: string) => (SIX_DIGITS.test(typed) ? { code: typed } : { password: typed })

export function Asking({ question: { wanted, answer } }: { readonly question: Question }) {
  const { run, isDoing, no } = useOnce(answer)
  const close = (): void => answer(false)
  if (wanted.kind === 'second')
    return (
      <Sheet title={ASKING.secondTitle} close={close}>
        <Form label={ASKING.second} isDoing={isDoing} no={no} submit={() => run(wanted.ask)}>
          <p>{ASKING.secondLead}</p>
        </Form>
      </Sheet>
    )
  const prove = (form: FormData) => run(() => send('proveAgain', { body: proofOf(fieldOf(form, 'proof')) }, newKey()))
  return (
    <Sheet title={ASKING.proofTitle} close={close}>
      <Form label={ASKING.prove} isDoing={isDoing} no={no} submit={prove}>
        <p>{ASKING.proofLead}</p>
        <Field label={ASKING.proof} name="proof" type="password" />
      </Form>
    </Sheet>
  )
}
