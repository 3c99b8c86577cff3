import { createRoot } from 'react-dom/client'
import { given, pageRoot } from '../shared/given.ts'
import { App } from './app.tsx'
import type { Given } from './desk.ts'

/** A one-time code behind the # of an address is taken out of it before anything is shown. */
function takeCode(): string {
  const code = new URLSearchParams(location.hash.slice(1)).get('code')
  if (code !== null) history.replaceState(null, '', location.pathname)
  return code ?? ''
}

createRoot(pageRoot()).render(<App given={given<Given>()} code={takeCode()} />)
