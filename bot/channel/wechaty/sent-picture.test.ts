import { describe, expect, it } from '@jest/globals'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { FileBox } from 'file-box'
import { sentPicture } from './sent-picture.ts'

const fileOf = (bytes: number) => ({ toFileBox: async () => FileBox.fromBuffer(Buffer.alloc(bytes, 7), 'a.jpg') })

describe('a picture somebody sent', () => {
  it('comes as its bytes', async () => {
    expect(await sentPicture(fileOf(3))).toEqual({ base64: Buffer.alloc(3, 7).toString('base64') })
  })

  it.each([
    ['may just be', LIMIT.pictureBytes, undefined],
    ['may not be', LIMIT.pictureBytes + 1, 'too-large'],
  ])('of as many bytes as %s', async (_what, bytes, missing) => {
    expect((await sentPicture(fileOf(bytes))).missing).toBe(missing)
  })

  it('that the network does not give is lost', async () => {
    const toFileBox = () => Promise.reject(new Error('no filebox cache'))
    expect(await sentPicture({ toFileBox })).toEqual({ missing: 'lost' })
  })

  it('that never comes is lost, and holds nobody up', async () => {
    const toFileBox = () => new Promise<never>(() => undefined)
    expect(await sentPicture({ toFileBox }, 1)).toEqual({ missing: 'lost' })
  })
})
