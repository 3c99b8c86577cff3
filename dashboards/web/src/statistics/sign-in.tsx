import { type FormEvent, useState } from 'react'
import { PAGE, SIGN_IN } from '../../copy.ts'
import { PAGE_PATH, sendForm } from './leave.ts'

/** What the API said no with, in a sentence. */
function saidNo(status: number): string {
  if (status === 429) return SIGN_IN.tooMany
  return status >= 500 ? SIGN_IN.unreachable : SIGN_IN.wrong
}

/** Signs somebody of the staff in by a cookie; gives a sentence where that did not work. */
async function signIn(form: FormData): Promise<string | undefined> {
  const field = (name: string): string => String(form.get(name) ?? '').trim()
  const body = JSON.stringify({
    login: field('login'),
    password: String(form.get('password') ?? ''),
    code: field('code'),
    carrier: 'cookie',
  })
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  try {
    const answer = await fetch('/staff/sessions', { method: 'POST', headers, body })
    if (!answer.ok) return saidNo(answer.status)
    const look = await fetch('/stats/health')
    if (look.ok) return undefined
    const { code } = await look.json()
    return code === 'second-factor-missing' ? SIGN_IN.secondFactor : SIGN_IN.notAllowed
  } catch {
    return SIGN_IN.unreachable
  }
}

/** Who may see the figures says who he is, or shows the token of the dashboards. */
export function SignIn({ wasWrong }: { readonly wasWrong: boolean }) {
  const [said, setSaid] = useState(wasWrong ? SIGN_IN.wrongToken : '')
  const [isAsking, setAsking] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    setAsking(true)
    const no = await signIn(new FormData(event.currentTarget))
    setAsking(false)
    if (no === undefined) location.reload()
    else setSaid(no)
  }

  return (
    <main className="sign-in">
      <h1>{PAGE.title}</h1>
      <p>{SIGN_IN.lead}</p>
      <p role="alert" className="alarm">
        {said}
      </p>
      <form onSubmit={(event) => void submit(event)}>
        <label>
          {SIGN_IN.login}
          <input name="login" autoComplete="username" required />
        </label>
        <label>
          {SIGN_IN.password}
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <label>
          {SIGN_IN.code}
          <input name="code" inputMode="numeric" autoComplete="one-time-code" />
        </label>
        <button type="submit" disabled={isAsking}>
          {SIGN_IN.submit}
        </button>
      </form>
      <details open={wasWrong}>
        <summary>{SIGN_IN.orToken}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            sendForm(`${PAGE_PATH}/enter`, { token: String(new FormData(event.currentTarget).get('token') ?? '') })
          }}
        >
          <label>
            {SIGN_IN.token}
            <input name="token" type="password" autoComplete="off" required />
          </label>
          <button type="submit">{SIGN_IN.enter}</button>
        </form>
      </details>
    </main>
  )
}
