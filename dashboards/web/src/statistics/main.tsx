import { createRoot } from 'react-dom/client'
import { given, pageRoot } from '../shared/given.ts'
import { App } from './app.tsx'
import { PAGE_PATH, sendForm } from './leave.ts'
import { SignIn } from './sign-in.tsx'
import type { Given } from './types.ts'

/** Behind the # of an address, which no server hears of; it is shown once for a cookie and gone from the address before that. */
function takeToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token !== null) history.replaceState(null, '', `${location.pathname}${location.search}`)
  return token ?? undefined
}

const start = given<Given>()
const token = takeToken()
if (token !== undefined && start.kind === 'sign-in') sendForm(`${PAGE_PATH}/enter`, { token })
else createRoot(pageRoot()).render(start.kind === 'sign-in' ? <SignIn wasWrong={start.wasWrong} /> : <App given={start} />)
