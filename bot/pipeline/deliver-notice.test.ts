import { describe, expect, it } from '@jest/globals'
import type { Client } from '@linggong/api/contract/handler.ts'
import type { JobNoticeView } from '@linggong/api/contract/notice.contract.ts'
import { accept, refuse } from '@linggong/api/core/result.ts'
import type { Outgoing } from '../channel/port.ts'
import { aJobView } from '../copy/testing/sample-job.ts'
import { createDeliverNotice } from './deliver-notice.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')

interface Setting {
  readonly notice?: Partial<JobNoticeView> | undefined
  readonly rooms?: readonly string[]
  /** Rooms and contacts that cannot be reached. */
  readonly away?: readonly string[]
}

function aDelivery({ notice = {}, rooms = ['market'], away = [] }: Setting = {}) {
  const sent: string[] = []
  const marked: string[] = []
  const remembered: string[] = []
  const unreachable = new Set(away)
  const view: JobNoticeView = {
    id: 'notice-1',
    kind: 'job-filled',
    to: { market: true },
    over: false,
    job: aJobView(),
    workerName: '廖*山',
    seat: null,
    amountFen: null,
    ...notice,
  }
  const client = {
    openNotice: async ({ params }: { params?: { id: string } }) => (params?.id === 'notice-1' ? accept(view) : refuse('not-found')),
    noticeSent: async ({ params }: { params?: { id: string } }) => {
      marked.push(params?.id ?? '')
      return accept({ id: params?.id ?? '' })
    },
  } as unknown as Client
  const deliver = createDeliverNotice({
    client,
    clock: { now: () => NOW },
    marketRooms: () => rooms,
    said: (room) => remembered.push(room),
    pacer: {
      async send({ to }: Outgoing) {
        const name = 'room' in to ? to.room : to.contact
        if (unreachable.has(name)) throw new Error(`no way to ${name}`)
        sent.push(name)
      },
    },
  })
  return { deliver, sent, marked, remembered, unreachable }
}

describe('a notice', () => {
  it('goes to every market group, is remembered there, and is marked then', async () => {
    const { deliver, sent, marked, remembered } = aDelivery({ rooms: ['a', 'b'] })
    await deliver('notice-1')
    expect([sent, remembered, marked]).toEqual([['a', 'b'], ['a', 'b'], ['notice-1']])
  })

  it('to a person goes to the contact as the account knows it', async () => {
    const { deliver, sent, remembered } = aDelivery({ notice: { kind: 'worker-took', to: { contact: 'account/liao/x' } } })
    await deliver('notice-1')
    expect([sent, remembered]).toEqual([['liao/x'], []])
  })

  it('that is over is marked without a word', async () => {
    const { deliver, sent, marked } = aDelivery({ notice: { over: true } })
    await deliver('notice-1')
    expect([sent, marked]).toEqual([[], ['notice-1']])
  })

  it('that is gone is nothing', async () => {
    const { deliver, sent, marked } = aDelivery()
    await deliver('notice-2')
    expect([sent, marked]).toEqual([[], []])
  })

  it('that did not go out is not marked, and is told the next time', async () => {
    const { deliver, sent, marked, unreachable } = aDelivery({ away: ['market'] })
    await expect(deliver('notice-1')).rejects.toThrow('no way to market')
    expect([sent, marked]).toEqual([[], []])
    unreachable.clear()
    await deliver('notice-1')
    expect([sent, marked]).toEqual([['market'], ['notice-1']])
  })

  it('that one group of several cannot be told reaches the others at once, and that one alone later', async () => {
    const { deliver, sent, marked, unreachable } = aDelivery({ rooms: ['a', 'b', 'c'], away: ['b'] })
    await expect(deliver('notice-1')).rejects.toThrow('no way to b')
    expect([sent, marked]).toEqual([['a', 'c'], []])
    unreachable.clear()
    await deliver('notice-1')
    expect([sent, marked]).toEqual([['a', 'c', 'b'], ['notice-1']])
  })
})
