import { type Html, html } from './html.ts'
import { framePage } from './page-frame.ts'
import { TICK, wayBack } from './page-parts.ts'
import { UPLOAD_COPY, UPLOAD_FAULT, UPLOAD_OUTCOME } from './upload-copy.ts'

export type UploadOutcome = keyof typeof UPLOAD_OUTCOME
export type UploadFault = keyof typeof UPLOAD_FAULT

export const isUploadOutcome = (text: string): text is UploadOutcome => Object.hasOwn(UPLOAD_OUTCOME, text)
export const isUploadFault = (text: string): text is UploadFault => Object.hasOwn(UPLOAD_FAULT, text)

interface Asking {
  readonly action: string
  /** Masked. */
  readonly name: string
  /** null: it is chosen on the page. */
  readonly cert: string | null
  readonly licenceNames: readonly string[]
  /** What was wrong with the picture before. */
  readonly fault?: UploadFault
}

const choice = (names: readonly string[]): Html =>
  html`<label>${UPLOAD_COPY.which}<select class="field" name="cert" required><option value=""></option>${names.map(
    (name) => html`<option>${name}</option>`,
  )}</select></label>`

/** One picture, taken or chosen, and one button. Where scripts run, a large picture is made smaller before it is sent. */
export const uploadPage = ({ action, name, cert, licenceNames, fault }: Asking): string =>
  framePage({
    title: UPLOAD_COPY.title(cert),
    script: 'shrink-picture',
    main: html`<p>${UPLOAD_COPY.forWhom(name)}</p><p>${UPLOAD_COPY.ask}</p>
${fault === undefined ? [] : html`<p class="alarm" role="alert">${UPLOAD_FAULT[fault]}</p>`}
<form method="post" action="${action}" enctype="multipart/form-data">${cert === null ? choice(licenceNames) : []}
<label class="button second">${UPLOAD_COPY.take}<input type="file" name="picture" accept="image/*" required></label>
<p class="faint" data-chosen></p>
<button class="button">${UPLOAD_COPY.send}</button></form><p class="faint">${UPLOAD_COPY.own}</p>`,
  })

/** What came of it; a page that may be loaded again without harm. */
export function uploadOutcomePage(outcome: UploadOutcome, chatUrl: string | undefined): string {
  const { title, words } = UPLOAD_OUTCOME[outcome]
  return framePage({
    title,
    main: html`${outcome === 'sent' ? TICK : []}<p>${words}</p>
${wayBack({ chatUrl, words: UPLOAD_COPY.back, byHand: UPLOAD_COPY.backByHand })}`,
  })
}
