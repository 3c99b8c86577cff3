import type { Figures } from './types.ts'

export const PAGE_PATH = '/statistics'

/** Sends a form of one's own, as a browser does it: what comes back is the next page. */
export function sendForm(action: string, fields: Readonly<Record<string, string>>): void {
  const form = Object.assign(document.createElement('form'), { method: 'post', action })
  for (const [name, value] of Object.entries(fields))
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  document.body.append(form)
  form.submit()
}

/** Whoever has looked is looked at no longer by this browser. */
export async function leave(viewer: Figures['viewer']): Promise<void> {
  if (viewer === 'staff') {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    await fetch('/staff/me/sign-out', { method: 'POST', headers, body: '{}' }).catch(() => undefined)
  }
  sendForm(`${PAGE_PATH}/leave`, {})
}
