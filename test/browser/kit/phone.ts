import type { Locator, Page } from 'playwright-core'

const BOT = '零工小助手'
const GROUP = '将乐零工群'

/** Somebody with a phone in his hand: everything goes through what the page shows. */
export class Phone {
  readonly page: Page
  readonly #screen: Locator

  private constructor(page: Page, screen: Locator) {
    this.page = page
    this.#screen = screen
  }

  /** The phone at a place of the page, from the left, given to somebody who is there. */
  static async of(owner: string, page: Page, place = 0): Promise<Phone> {
    const phone = new Phone(page, page.getByRole('region').nth(place))
    await phone.#screen.getByRole('button', { name: /换个人$/ }).click()
    await phone.#screen.getByRole('listitem').filter({ hasText: owner }).getByRole('button').click()
    return phone
  }

  /** The chat with the bot alone. */
  openBot(): Promise<void> {
    return this.#open(BOT)
  }

  openGroup(): Promise<void> {
    return this.#open(GROUP)
  }

  async #type(text: string): Promise<void> {
    await this.#screen.getByRole('textbox').fill(text)
    await this.#screen.getByRole('button', { name: '发送' }).click()
  }

  async quote(words: string): Promise<void> {
    const line = this.#screen.getByRole('listitem').filter({ hasText: words }).first()
    await line.getByRole('button', { name: '引用' }).click()
  }

  /** Types a line and waits for what is said after it; gives the whole answer. */
  ask(text: string, expected: string): Promise<string> {
    return this.#after(() => this.#type(text), expected)
  }

  /** Shows a picture and waits for what is said after it, as `ask`. */
  show(file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }, expected: string): Promise<string> {
    return this.#after(() => this.#screen.getByLabel('发照片').setInputFiles(file), expected)
  }

  /** Taps an answer that is offered, as `ask`. */
  tap(reply: string | RegExp, expected: string): Promise<string> {
    return this.#after(() => this.#choose(reply), expected)
  }

  /** Waits until somebody has said this in the open chat; gives the whole of it. */
  hears(words: string): Promise<string> {
    return read(this.#screen.locator('.line').filter({ hasText: words }))
  }

  /** Whether nobody has said this in the open chat yet. */
  async hasNotHeard(words: string): Promise<boolean> {
    return (await this.#screen.locator('.line').filter({ hasText: words }).count()) === 0
  }

  /** Opens the address in the last line that has one; gives the page behind it. */
  async follow(): Promise<Page> {
    const opened = this.page.context().waitForEvent('page')
    await this.#screen.getByRole('link').last().click()
    return opened
  }

  async #choose(reply: string | RegExp): Promise<void> {
    await this.#screen.getByRole('group', { name: '快捷回复' }).getByRole('button', { name: reply, exact: true }).click()
  }

  async #after(act: () => Promise<void>, expected: string): Promise<string> {
    const before = await this.#screen.locator('.line').count()
    await act()
    return read(this.#screen.locator(`.line:nth-child(n + ${before + 2})`).filter({ hasText: expected }))
  }

  async #open(chat: string): Promise<void> {
    const list = this.#screen.getByRole('button', { name: new RegExp(`^${chat}`) })
    const back = this.#screen.getByRole('button', { name: '返回' })
    await list.or(back).first().waitFor()
    if (await back.isVisible()) await back.click()
    await list.click()
  }
}

const read = async (line: Locator): Promise<string> => (await line.last().locator('.bubble p').textContent()) ?? ''
