import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { LIMIT } from '@linggong/api/core/limit.ts'
import type { Page } from 'playwright-core'
import { describeWhere } from '../setup/needs.ts'
import { type OpenBrowser, openBrowser, PHONE_SIZED } from './kit/browsing.ts'
import { newcomer, register } from './kit/main-job.ts'
import { Phone } from './kit/phone.ts'
import { type RunningApp, startApp } from './kit/running-app.ts'

const PATIENCE_MS = 300_000
const PICTURES = process.env['PICTURES']

let dataDir: string
let app: RunningApp
let browser: OpenBrowser
let worker: Phone

/** A photograph that the browser itself has drawn: coloured noise, which no format makes small. */
async function aPhoto(page: Page, sidePixels: number, type: 'image/jpeg' | 'image/png'): Promise<Buffer> {
  const drawn = await page.evaluate(`new Promise((resolve) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: ${sidePixels}, height: ${sidePixels} })
    const context = canvas.getContext('2d')
    const data = context.createImageData(${sidePixels}, ${sidePixels})
    for (let at = 0; at < data.data.length; at += 1) data.data[at] = at % 4 === 3 ? 255 : Math.floor(Math.random() * 256)
    context.putImageData(data, 0, 0)
    resolve(canvas.toDataURL('${type}'))
  })`)
  return Buffer.from(String(drawn).split(',')[1] ?? '', 'base64')
}

const fileOf = (buffer: Buffer, name = 'photo.jpg', mimeType = 'image/jpeg') => ({ name, mimeType, buffer })

describeWhere(['chromium', 'chinese-font'], 'a worker with a paper in one hand and a phone in the other', () => {
  beforeAll(async () => {
    browser = await openBrowser()
    dataDir = await mkdtemp(path.join(tmpdir(), 'linggong-'))
    app = await startApp({ dataDir, empty: true })
    worker = await Phone.of('陈小旺', await browser.page(`${app.url}/simulator`, PHONE_SIZED))
    await worker.openBot()
    await register(worker, newcomer('1', '陈小旺', '19790805'))
  }, PATIENCE_MS)

  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  it(
    'sends it in the chat, where it is seen, and hears that it came in',
    async () => {
      await worker.ask('上传焊工证', '拍一张焊工证发来')
      const photo = await aPhoto(worker.page, 300, 'image/jpeg')
      await worker.show(fileOf(photo), '焊工证收到了')
      const width = worker.page.evaluate(`(async () => {
        const image = [...document.querySelectorAll('.picture img')].at(-1)
        await image.decode()
        return image.naturalWidth
      })()`)
      expect(await width).toBe(300)
      if (PICTURES !== undefined) await worker.page.screenshot({ path: path.join(PICTURES, 'chat-picture.png') })
      await worker.show(fileOf(photo), '这是什么证')
      await worker.ask('焊工证', '收过了')
    },
    PATIENCE_MS,
  )

  it(
    'hears in plain words what is wrong with what is no picture, or too large a one',
    async () => {
      await worker.ask('上传健康证', '拍一张健康证发来')
      await worker.show(fileOf(Buffer.from('%PDF-1.7'), 'a.pdf', 'application/pdf'), '这个打不开')
      const large = await aPhoto(worker.page, 1000, 'image/png')
      expect(large.length).toBeGreaterThan(LIMIT.pictureBytes)
      await worker.show(fileOf(large, 'photo.png', 'image/png'), '照片太大')
    },
    PATIENCE_MS,
  )

  it(
    'sends a camera picture of many megabytes by the page of the link, which makes it smaller',
    async () => {
      await worker.ask('上传健康证', '拍一张健康证发来')
      const page = await worker.follow()
      await page.getByText('陈*旺的证').waitFor()
      const large = await aPhoto(worker.page, 1800, 'image/png')
      expect(large.length).toBeGreaterThan(3 * LIMIT.pictureBytes)
      await page.getByLabel('拍照，或从相册选').setInputFiles(fileOf(large, 'IMG_0001.png', 'image/png'))
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
      if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, 'upload-page.png'), fullPage: true })
      await page.getByRole('button', { name: '上传' }).click()
      await page.getByRole('heading', { name: '收到了' }).waitFor()
      await page.close()
      await worker.ask('我的证', '健康证：在审核')
    },
    PATIENCE_MS,
  )

  it('does all this without a page complaining', () => expect(browser.complaints).toEqual([]))
})
