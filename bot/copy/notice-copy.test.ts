import { describe, expect, it } from '@jest/globals'
import type { JobNoticeView } from '@linggong/api/contract/notice.contract.ts'
import { NOTICE_KINDS, type NoticeKind } from '@linggong/api/core/notice/notice-kind.ts'
import { OWN_NOTICE_KINDS } from '@linggong/api/core/notice/own-notices.ts'
import { NOTICE_COPY, noticeText } from './notice-copy.ts'
import { aJobView, aTakeView } from './testing/sample-job.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const MARKET: readonly NoticeKind[] = ['job-opened', 'job-reopened', 'job-filled', 'job-withdrawn']

const notice = (kind: NoticeKind): JobNoticeView => ({
  id: 'notice-1',
  kind,
  to: { market: true },
  over: false,
  job: aJobView({
    takes: [aTakeView()],
    startCode: '4821',
  }),
  workerName: '廖*山',
  seat: aTakeView({ state: 'finished', workedMinutes: 214 }),
  amountFen: 10_000,
})

describe('what is told unasked', () => {
  it.each(NOTICE_KINDS)('%s names its job, in short sentences', (kind) => {
    const text = NOTICE_COPY[kind](notice(kind), NOW)
    expect(text).toContain('10244')
    expect(text).not.toMatch(/undefined|null|NaN|[a-z]{3,}/)
    for (const sentence of text.split(/[。！？\n]/)) expect([...sentence].length).toBeLessThanOrEqual(45)
  })

  it.each(MARKET)('%s goes to the group: no name, no code', (kind) => {
    expect(NOTICE_COPY[kind](notice(kind), NOW)).not.toMatch(/\*|4821|蔡|廖/)
  })

  it.each(OWN_NOTICE_KINDS)('%s says what it is about, where the money is and what to do, in short sentences', (kind) => {
    const text = noticeText({ id: 'notice-2', kind, to: { contact: 'wx1/li' }, over: false, amountFen: 30_000 }, NOW)
    expect(text).toMatch(
      kind.startsWith('payout-') ? /300元.*(零钱|钱包)/s : kind.startsWith('payee-') ? /微信.*钱包/s : /身份|证|企业|资料|家人|申诉/,
    )
    expect(text).not.toMatch(/undefined|null|NaN|[a-z]{3,}|【/)
    for (const sentence of text.split(/[。！？\n]/)) expect([...sentence].length).toBeLessThanOrEqual(40)
  })

  it('names a worker nobody can name', () => {
    expect(NOTICE_COPY['worker-took']({ ...notice('worker-took'), workerName: null }, NOW)).toBe('一位工友接了【10244】，现有2/3人。')
  })
})
