import { type Html, html } from './html.ts'

/** A tick that says: done. */
export const TICK = html`<svg class="sign good" viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="16" fill="currentColor"/><path d="M9 16.5l5 5 9-11" fill="none" stroke="var(--paper)" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`

interface Button {
  readonly action: string
  readonly words: string
  readonly second?: boolean
  /** Sent along, unseen. */
  readonly hidden?: Readonly<Record<string, string>>
}

/** A form that is nothing but its button. */
export function button({ action, words, second = false, hidden = {} }: Button): Html {
  const fields = Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`<form method="post" action="${action}">${fields}<button class="${second ? 'button second' : 'button'}">${words}</button></form>`
}

interface WayBack {
  readonly chatUrl: string | undefined
  readonly words: string
  readonly byHand: string
}

/** Back to the chat, where it is a page too. */
export const wayBack = ({ chatUrl, words, byHand }: WayBack): Html =>
  chatUrl === undefined ? html`<p class="faint">${byHand}</p>` : html`<a class="button second" href="${chatUrl}">${words}</a>`
