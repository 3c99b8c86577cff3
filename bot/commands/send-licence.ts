import { inCounty } from '@linggong/api/core/clock.ts'
import { say } from '../copy/sayings.ts'
import type { CertForm, PictureForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** A paper that the county knows, as the words name it: 焊工证, 电焊证, 上传驾照. */
export function certIn(turn: Turn, text: string): string | undefined {
  const { reader, county, now } = turn
  const said = reader.understand({ text: `上传${text}`, channel: 'private', role: 'worker', now: inCounty(now), context: [] })
  const { cert } = said.slots
  return county.licenceNames.find((name) => name === cert)
}

/** 上传焊工证: the picture comes next, here or on the page that the link opens. */
export const askForLicence: Command = async (turn) => {
  if (!turn.person) return refused({ ok: false, refusal: 'not-registered', facts: {} })
  const cert = turn.county.licenceNames.find((name) => name === turn.line.slots.cert) ?? certIn(turn, turn.message.text) ?? null
  return waitForPicture(turn, cert)
}

async function waitForPicture(turn: Turn, cert: string | null): Promise<Outcome> {
  const page = await turn.api('openPage', { body: { page: 'upload', ...(cert === null ? {} : { cert }) } })
  const url = page.ok ? page.value.url : null
  return remembering(turn, privately(say('askLicencePicture', { cert, url })), { form: { kind: 'picture', cert } })
}

/** The name of the paper, said after 「上传证书」 and before the picture. */
export async function nameLicence(turn: Turn): Promise<Outcome | undefined> {
  const cert = certIn(turn, turn.message.text)
  return cert === undefined ? undefined : waitForPicture(turn, cert)
}

/** A picture that was waited for, or one out of the blue: of which paper it is has to be said. */
export async function sendLicencePicture(turn: Turn, picture: string): Promise<Outcome> {
  const { form } = turn.session
  if (form?.kind === 'cert') return remembering(turn, privately(say('oneLicenceAtATime')), { form })
  const cert = form?.kind === 'picture' ? form.cert : null
  if (cert !== null) return send(turn, { cert, picture })
  return remembering(turn, privately(say('askWhichLicence')), { form: { kind: 'cert', picture } })
}

/** The answer to of which paper a picture is. */
export async function answerWhichLicence(turn: Turn, { picture }: CertForm): Promise<Outcome | 'again' | undefined> {
  const cert = certIn(turn, turn.message.text)
  return cert === undefined ? undefined : send(turn, { cert, picture })
}

/** A picture that cannot be used is asked for once more; it is the same way as over the API. */
async function send(turn: Turn, { cert, picture }: { cert: string; picture: string }): Promise<Outcome> {
  const sent = await turn.api('uploadLicence', { body: { cert, picture } })
  if (sent.ok) return remembering(turn, privately(say('licenceSent', { cert })), { form: null })
  const waits: PictureForm | null = PICTURE_AT_FAULT.includes(sent.refusal) ? { kind: 'picture', cert } : null
  return remembering(turn, refused(sent), { form: waits })
}

const PICTURE_AT_FAULT: readonly string[] = ['picture-unreadable', 'picture-too-large']
