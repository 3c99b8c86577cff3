import { isBefore } from '../core/clock.ts'
import { asId } from '../core/id.ts'
import type { OwnTell } from '../core/notice/own-notices.ts'
import { sendAt } from '../core/notice/send-at.ts'
import { deriveId } from '../vault/digest.ts'
import type { FileNoticePorts } from './file-notice.ts'
import { notices, type OwnNotice } from './notice.collection.ts'

/** Files what a person is to be told about his own affairs, under an id made from its cause and him, so that telling twice is filing once. */
export async function fileOwnNotice(ports: Omit<FileNoticePorts, 'desk'>, cause: string, tell: OwnTell): Promise<void> {
  const { editor, county, clock, hand, quietAtNight = true } = ports
  const now = clock.now()
  const notice: OwnNotice = {
    id: deriveId('notice', `${cause}\0${tell.kind}\0${tell.person}`),
    county,
    version: 1,
    kind: tell.kind,
    person: asId<'person'>(tell.person),
    amountFen: tell.amountFen ?? null,
    state: 'waiting',
    sendAt: sendAt(now, { urgent: !quietAtNight || (tell.urgent ?? false), workStartsAt: null }),
  }
  const filed = await editor.insert(notices, notice)
  if (filed.ok && !isBefore(now, notice.sendAt)) hand(notice)
}
