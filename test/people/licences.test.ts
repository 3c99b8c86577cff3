import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aJpeg, aPolyglot } from '@linggong/api/core/picture/testing/small-pictures.ts'
import { aStaffActor } from '@linggong/api/core/testing/staff.ts'
import { notices } from '@linggong/api/notice/notice.collection.ts'
import { licencePictures } from '@linggong/api/person/licence.collection.ts'
import { aCounty } from '../kit/a-county.ts'

const JPEG = aJpeg()
const picture = JPEG.toString('base64')

type Town = Awaited<ReturnType<typeof aCounty>>
let town: Town
let liao: string
beforeEach(async () => {
  town = await aCounty()
  ;[liao = ''] = await town.people('liao', 1, 'worker')
})
afterEach(() => town.stop())

const as = (key: string) => ({ contact: liao, key })
const staff = (key: string) => ({ role: 'staff', contact: '', key, county: town.county.county, staff: aStaffActor() }) as const
const upload = (key: string, about = {}) => town.county.client.uploadLicence({ body: { cert: '焊工证', picture, ...about } }, as(key))
const approval = { decision: 'approve', number: 'T350428197001010000', validUntil: '2029-11-23', reviewOn: null as string | null } as const

async function uploaded(): Promise<string> {
  const sent = await upload('u1')
  if (!sent.ok) throw new Error(sent.refusal)
  return sent.value.licence
}

async function review(id: string, body: Parameters<Town['county']['handlers']['reviewLicence']>[0]['body'], key = 'r1') {
  const reviewed = await town.county.handlers.reviewLicence({ params: { id }, query: {}, body, caller: staff(key) })
  await town.settle()
  return reviewed
}

const held = async () => (await town.county.people.byContact(liao))?.licences.map(({ cert, validUntil }) => `${cert} ${validUntil}`)

async function told() {
  const found = ['waiting', 'sent'].map((state) =>
    town.county.store.find(notices, { index: 'waiting', county: town.county.county, equals: { state }, limit: 100 }),
  )
  return (await Promise.all(found)).flatMap(({ docs }) => docs.map(({ kind }) => kind)).filter((kind) => kind.startsWith('licence-'))
}

describe('a licence', () => {
  it('counts once somebody else has looked at it, and its owner hears of it', async () => {
    const id = await uploaded()
    expect(await held()).toEqual([])
    expect(await review(id, approval)).toMatchObject({ ok: true, value: { state: 'approved', countsUntil: '2029-11-23' } })
    expect(await held()).toEqual(['焊工证 2029-11-23'])
    expect(await told()).toEqual(['licence-approved'])
    expect(await review(id, approval)).toMatchObject({ ok: true })
    expect(await review(id, approval, 'r2')).toMatchObject({ ok: false, refusal: 'licence-reviewed' })
  })

  it('counts only until its next review', async () => {
    await review(await uploaded(), { ...approval, reviewOn: '2027-05-01' })
    expect(await held()).toEqual(['焊工证 2027-05-01'])
  })

  it('does not count when it was rejected, and says why', async () => {
    await review(await uploaded(), { decision: 'reject', reason: '照片不清' })
    expect(await held()).toEqual([])
    expect(await town.county.client.myLicences({}, as(''))).toMatchObject({
      value: { licences: [{ state: 'rejected', reason: '照片不清' }] },
    })
    expect(await told()).toEqual(['licence-rejected'])
  })

  it.each([
    ['that is over', { ...approval, validUntil: '2026-11-22' }],
    ['whose review is over', { ...approval, reviewOn: '2026-11-22' }],
  ])('%s is not approved', async (_which, body) => {
    expect(await review(await uploaded(), body)).toMatchObject({ ok: false, refusal: 'licence-over' })
    expect(await held()).toEqual([])
  })

  it('is not looked at by who sent it', async () => {
    const person = (await town.county.people.byContact(liao))?.id ?? ''
    const body = { person, cert: '焊工证', picture }
    const sent = await town.county.handlers.uploadLicenceFor({ params: {}, query: {}, body, caller: staff('s1') })
    expect(await review(sent.ok ? sent.value.licence : '', approval)).toMatchObject({ ok: false, refusal: 'own-review' })
  })

  it.each([
    ['no picture', { picture: Buffer.from('<svg/>').toString('base64') }, 'picture-unreadable'],
    ['a licence nobody knows', { cert: '驾驶航天飞机证' }, 'licence-unknown'],
  ])('is refused with %s', async (_what, about, refusal) => {
    expect(await upload('u1', about)).toMatchObject({ ok: false, refusal })
  })

  it('sent ten times waits ten times and no more; the same message is one', async () => {
    const another = (n: number) => upload(`u${n}`, { picture: aJpeg(n + 1).toString('base64') })
    for (let n = 0; n < 10; n += 1) expect((await another(n)).ok).toBe(true)
    expect((await another(0)).ok).toBe(true)
    expect(await another(10)).toMatchObject({ ok: false, refusal: 'too-many-licences' })
  })

  it('reminds 60, 30 and 7 days ahead and on the day after, unless another has taken its place', async () => {
    await review(await uploaded(), { ...approval, validUntil: '2027-03-01' })
    const on = async (day: string) => {
      town.clock.at = Temporal.Instant.from(`${day}T09:00:00+08:00`)
      await town.county.sweep({ leaveSeconds: 0 })
      await town.settle()
      return (await told()).filter((kind) => kind !== 'licence-approved').length
    }
    expect([await on('2026-12-30'), await on('2026-12-31'), await on('2027-01-30'), await on('2027-02-22')]).toEqual([0, 1, 2, 3])
    expect(await on('2027-03-02')).toBe(4)
    expect(await told()).toContain('licence-expired')
  })

  it('keeps its picture without what it knew of the place, sealed, and shows it to staff alone', async () => {
    const id = await uploaded()
    const stored = await town.county.store.get(licencePictures, town.county.county, id)
    expect(stored?.sealed).toMatch(/^v1\./)
    const seen = await town.county.handlers.seeLicencePicture({ params: { id }, query: {}, body: {}, caller: staff('') })
    const bytes = Buffer.from(seen.ok ? seen.value.picture : '', 'base64')
    expect(bytes.subarray(0, 4).toString('hex')).toBe('ffd8ffc0')
    expect(bytes.toString('latin1')).not.toContain('Exif')
  })
})

describe('the same picture again', () => {
  const again = (key: string, bytes: Buffer, cert = '焊工证') => upload(key, { cert, picture: bytes.toString('base64') })

  it.each([
    ['as it was', aJpeg()],
    ['with something hung on to it', aPolyglot()],
  ])('%s is known, while it waits and once it counts', async (_how, bytes) => {
    const id = await uploaded()
    expect(await again('u2', bytes, '健康证')).toMatchObject({ ok: false, refusal: 'picture-known' })
    await review(id, approval)
    expect(await again('u3', bytes)).toMatchObject({ ok: false, refusal: 'picture-known' })
    expect(await again('u4', aJpeg(2))).toMatchObject({ ok: true })
  })

  it('may be sent once more where it was rejected', async () => {
    await review(await uploaded(), { decision: 'reject', reason: '请送原件来大厅' })
    expect(await again('u2', aJpeg())).toMatchObject({ ok: true })
  })
})

it('a paper about a skill is told apart from what the law asks for', async () => {
  await upload('u1', { cert: '月嫂证' })
  await upload('u2', { picture: aJpeg(2).toString('base64') })
  const mine = await town.county.client.myLicences({}, as(''))
  const kinds = Object.fromEntries(mine.ok ? mine.value.licences.map(({ cert, isSkill }) => [cert, isSkill]) : [])
  expect(kinds).toEqual({ 月嫂证: true, 焊工证: false })
})
