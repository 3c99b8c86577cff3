import type { Capabilities, Outgoing } from '../channel/port.ts'
import { QR_ALT } from '../copy/picture-copy.ts'
import { qrPicture } from '../picture/qr-picture.ts'

/** What is said, before it is known what the channel can show. */
export interface Spoken {
  readonly text: string
  /** The text of a QR code that is shown below; the words are enough without it. */
  readonly qr?: string
}

/** The messages that say it, in their order: the words, then the picture where the channel shows any. */
export function messagesOf(to: Outgoing['to'], { text, qr }: Spoken, { pictures }: Pick<Capabilities, 'pictures'>): readonly Outgoing[] {
  const picture = pictures && qr !== undefined ? qrPicture(qr, QR_ALT) : undefined
  const words = { to, text }
  return picture === undefined ? [words] : [words, { to, picture }]
}
