import type { StaffSelf } from '@linggong/api/contract/staff-shapes.ts'
import { useState } from 'react'
import { DOOR, FACTOR } from '../../console-copy.ts'
import { useDesk } from './desk.ts'
import { Field, Form, fieldOf, Refused } from './parts.tsx'
import { newKey } from './send.ts'
import { useDeed } from './use-deed.ts'
import { useRead } from './use-queue.ts'

interface SecondFactorProps {
  readonly enter: (self: StaffSelf) => void
  readonly signOut: () => void
}

interface Confirmed {
  readonly self: StaffSelf
  readonly codes: readonly string[]
}

function Codes({ self, codes, enter }: Confirmed & Pick<SecondFactorProps, 'enter'>) {
  return (
    <section aria-labelledby="recovery">
      <h2 id="recovery">{FACTOR.recoveryTitle}</h2>
      <p>{FACTOR.recoveryLead}</p>
      <ul className="recovery">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <button type="button" className="main" onClick={() => enter(self)}>
        {FACTOR.kept}
      </button>
    </section>
  )
}

function Scan({ confirmed }: { readonly confirmed: (confirmed: Confirmed) => void }) {
  const { act } = useDesk()
  const [begun] = useRead(() => act('beginSecondFactor', {}, newKey()))
  const { run, isDoing, no } = useDeed('confirmSecondFactor')
  if (begun.state === 'waits') return <p role="status">{FACTOR.waits}</p>
  if (begun.state === 'no') return <Refused no={begun.no} />
  async function confirm(form: FormData): Promise<void> {
    const done = await run({ body: { code: fieldOf(form, 'code') } })
    if (done !== undefined) confirmed({ self: done.self, codes: done.recoveryCodes })
  }
  return (
    <>
      <p>{FACTOR.lead}</p>
      <img className="qr" alt={FACTOR.picture} src={`data:image/svg+xml,${encodeURIComponent(begun.value.qrSvg)}`} />
      <p>
        {FACTOR.byHand} <code>{begun.value.secret}</code>
      </p>
      <Form label={FACTOR.confirm} submit={confirm} isDoing={isDoing} no={no}>
        <Field label={DOOR.code} name="code" inputMode="numeric" autoComplete="one-time-code" />
      </Form>
    </>
  )
}

/** Without a second factor nobody gets further than here. */
export function SecondFactor({ enter, signOut }: SecondFactorProps) {
  const [done, setDone] = useState<Confirmed>()
  return (
    <main className="door">
      <h1>{FACTOR.title}</h1>
      {done === undefined ? <Scan confirmed={setDone} /> : <Codes {...done} enter={enter} />}
      <button type="button" className="plain" onClick={signOut}>
        {DOOR.signOut}
      </button>
    </main>
  )
}
