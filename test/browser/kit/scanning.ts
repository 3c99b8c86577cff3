import { scan } from '@linggong/bot/picture/testing/scan.ts'
import type { Page } from 'playwright-core'

/** A picture as it stands on the screen, in the size it has there. A drawing is made a picture first. */
const DRAWN = `async (shown) => {
  const { width, height } = shown.getBoundingClientRect()
  const image = shown.matches('img') ? shown : new Image()
  if (image !== shown) image.src = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(shown))
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  context.fillStyle = getComputedStyle(shown).backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return { width: canvas.width, height: canvas.height, data: [...data] }
}`

interface Drawn {
  readonly width: number
  readonly height: number
  readonly data: readonly number[]
}

/** What a phone reads that is held before the one picture of its kind on a page. */
export async function scanned(page: Page, selector: string): Promise<string | undefined> {
  const { width, height, data } = await page.evaluate<Drawn>(`(${DRAWN})(document.querySelector(${JSON.stringify(selector)}))`)
  return scan({ width, height, rgba: new Uint8ClampedArray(data) })
}
