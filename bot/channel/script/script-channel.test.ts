import { describe, expect, it } from '@jest/globals'
import { createScriptChannel } from './script-channel.ts'

const picture = { name: 'qr.png', alt: '付款码', png: new Uint8Array([1]) }
const shown = { picture: { alt: '付款码' } }

describe('what was said to a script', () => {
  it('shows a picture with the words above it, without its bytes', async () => {
    const { channel, takeSaid } = createScriptChannel()
    await channel.send({ to: { contact: 'cai' }, text: '付钱' })
    await channel.send({ to: { contact: 'cai' }, picture })
    expect(takeSaid()).toEqual([{ to: 'cai', text: '付钱', ...shown }])
    expect(takeSaid()).toEqual([])
  })

  it('shows a picture alone where nothing was said above it there', async () => {
    const { channel, takeSaid } = createScriptChannel()
    await channel.send({ to: { contact: 'cai' }, picture })
    await channel.send({ to: { contact: 'cai' }, picture })
    await channel.send({ to: { room: 'market' }, text: '有活' })
    await channel.send({ to: { contact: 'cai' }, picture })
    const alone = { to: 'cai', text: '', ...shown }
    expect(takeSaid()).toEqual([alone, alone, { to: 'market', text: '有活' }, alone])
  })
})
