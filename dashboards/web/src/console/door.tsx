import type { StaffSelf } from '@linggong/api/contract/staff-shapes.ts'
import { useRef, useState } from 'react'
import { DOOR } from '../../console-copy.ts'
import type { Given } from './desk.ts'
import { Field, Form, fieldOf } from './parts.tsx'
import { type No, newKey, type Reply, send } from './send.ts'

interface DoorProps {
  readonly given: Given
  /** A one-time code that somebody came with. */
  readonly code: string
  readonly why: string
  readonly enter: (self: StaffSelf) => void
}

type Way = 'sign-in' | 'join' | 'renew'
type Begins = 'signIn' | 'joinStaff' | 'renewStaff'

const wordOf = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** What is sent on each way in; the session comes back in a cookie alone. */
const CALL: Readonly<Record<Way, (form: FormData, key: string) => Promise<Reply<Begins>>>> = {
  'sign-in': (form, key) =>
    send(
      'signIn',
      { body: { login: fieldOf(form, 'login'), password: wordOf(form, 'password'), code: fieldOf(form, 'code'), carrier: 'cookie' } },
      key,
    ),
  join: (form, key) =>
    send(
      'joinStaff',
      {
        body: {
          ...{ code: fieldOf(form, 'code'), login: fieldOf(form, 'login'), name: fieldOf(form, 'name') },
          ...{ password: wordOf(form, 'password'), carrier: 'cookie' },
        },
      },
      key,
    ),
  renew: (form, key) =>
    send('renewStaff', { body: { code: fieldOf(form, 'code'), password: wordOf(form, 'password'), carrier: 'cookie' } }, key),
}

const Login = () => <Field label={DOOR.login} name="login" autoComplete="username" autoCapitalize="none" spellCheck={false} />
const NewPassword = () => (
  <Field label={DOOR.newPassword} hint={DOOR.passwordHint} name="password" type="password" autoComplete="new-password" />
)

function Fields({ way, code }: { readonly way: Way; readonly code: string }) {
  if (way === 'sign-in')
    return (
      <>
        <Login />
        <Field label={DOOR.password} name="password" type="password" autoComplete="current-password" />
        <Field label={DOOR.code} hint={DOOR.codeHint} name="code" required={false} autoComplete="one-time-code" />
      </>
    )
  return (
    <>
      <Field label={DOOR.oneTimeCode} name="code" defaultValue={code} autoCapitalize="characters" />
      {way === 'join' && (
        <>
          <Field label={DOOR.newLogin} hint={DOOR.loginHint} name="login" autoComplete="username" autoCapitalize="none" />
          <Field label={DOOR.name} name="name" autoComplete="name" />
        </>
      )}
      <NewPassword />
    </>
  )
}

/** The way in: by account and password, by a one-time code for who is new, or for who has lost his password or phone. */
export function Door({ given, code, why, enter }: DoorProps) {
  const [way, setWay] = useState<Way>(code === '' ? 'sign-in' : 'join')
  const [isDoing, setDoing] = useState(false)
  const [no, setNo] = useState<No>()
  const isUnderWay = useRef(false)

  async function submit(form: FormData): Promise<void> {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setDoing(true)
    const reply = await CALL[way](form, newKey())
    isUnderWay.current = false
    setDoing(false)
    if (reply.ok) enter(reply.value.self)
    else setNo(reply)
  }
  return (
    <main className="door">
      <h1>{DOOR.title(given.county)}</h1>
      <p role="status">{why}</p>
      <Form key={way} label={DOOR.submit[way]} submit={submit} isDoing={isDoing} no={no}>
        <h2>{DOOR.ways[way]}</h2>
        <Fields way={way} code={code} />
      </Form>
      <nav aria-label={DOOR.otherWays} className="ways">
        {(['sign-in', 'join', 'renew'] as const)
          .filter((other) => other !== way)
          .map((other) => (
            <button
              key={other}
              type="button"
              className="plain"
              onClick={() => {
                setNo(undefined)
                setWay(other)
              }}
            >
              {DOOR.ways[other]}
            </button>
          ))}
      </nav>
    </main>
  )
}
