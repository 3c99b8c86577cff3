import { describe, expect, it } from '@jest/globals'
import { createRoomMemory } from './room-memory.ts'

const CARD = '【10244】搬办公桌 要3人\n回「抢10244」接活'

describe('the memory of a group', () => {
  it('gives what stood before a line, the line itself not', () => {
    const { heard } = createRoomMemory()
    expect(heard({ room: 'g', text: 'one' })).toEqual([])
    expect(heard({ room: 'g', text: 'two' })).toEqual(['one'])
  })

  it('keeps the last three lines, the bot’s own marked', () => {
    const { heard, said } = createRoomMemory()
    for (const text of ['one', 'two', 'three']) heard({ room: 'g', text })
    said('g', CARD)
    expect(heard({ room: 'g', text: '我来' })).toEqual(['two', 'three', `[机器人] ${CARD}`])
  })

  it('is of each group by itself, and private chats have none', () => {
    const { heard } = createRoomMemory()
    heard({ room: 'g', text: 'one' })
    expect(heard({ room: 'h', text: 'two' })).toEqual([])
    expect(heard({ text: 'three' })).toEqual([])
    expect(heard({ text: 'four' })).toEqual([])
  })

  it('takes a quote for what stood before, wherever it stood', () => {
    const { heard, said } = createRoomMemory()
    said('g', CARD)
    heard({ room: 'g', text: 'lunch?' })
    expect(heard({ room: 'g', text: '我来', quote: CARD })).toEqual([`[机器人] ${CARD}`])
    expect(heard({ text: '我来', quote: CARD })).toEqual([`[机器人] ${CARD}`])
  })

  it('keeps no more of a line than tells what it was', () => {
    const { heard } = createRoomMemory()
    heard({ room: 'g', text: 'x'.repeat(100_000) })
    expect(heard({ room: 'g', text: 'y' })[0]).toHaveLength(200)
    expect(heard({ text: 'y', quote: 'x'.repeat(100_000) })[0]?.length).toBeLessThan(220)
  })

  it('forgets the group that was silent longest, not the whole of it', () => {
    const { heard } = createRoomMemory()
    for (let room = 0; room < 1000; room += 1) heard({ room: `g${room}`, text: 'one' })
    heard({ room: 'g0', text: 'two' })
    heard({ room: 'new', text: 'one' })
    expect(heard({ room: 'g1', text: 'three' })).toEqual([])
    expect(heard({ room: 'g0', text: 'three' })).toEqual(['one', 'two'])
  })

  it('says nothing when two jobs stand above: 「我来」 would mean either', () => {
    const { heard, said } = createRoomMemory()
    said('g', CARD)
    said('g', '【10258】打扫卫生 要2人')
    expect(heard({ room: 'g', text: '我来' })).toEqual([])
  })

  it('knows the same job told twice for one', () => {
    const { heard, said } = createRoomMemory()
    said('g', CARD)
    said('g', '【10244】搬办公桌 人已满。')
    expect(heard({ room: 'g', text: '我来' })).toHaveLength(2)
  })
})
