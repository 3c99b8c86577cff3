import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aToldCounty, type ToldCounty } from './kit/told-county.ts'

const LIAO = { name: '廖大山', idNumber: '350428197403129977', cardSeen: true }
const CHEN = { name: '陈小旺', idNumber: '350428197908059978', cardSeen: true }
const WRONG = (left: number) => `码不对，或过了10分钟。还能试${left}次，新码找大厅要。`
const LOCKED = '码错太多次，先停一天，明天再试。急的回「人工」。'
const IN_GROUP = '码发到群里就不算了，快撤回！找发码的人再要一个，私聊发给我。'
const NOBODY = '你还没登记。回「注册」，一分钟就好。'

let county: ToldCounty
beforeEach(async () => {
  county = await aToldCounty()
})
afterEach(() => county.stop())

/** The hall sees the card and says the digits. */
async function codeFor(body: object): Promise<string> {
  const given = await county.asStaff('giveBindingCode', { body })
  if (!given.ok) throw new Error(given.refusal)
  return (given.value as { readonly code: string }).code // as the row says
}

async function staffCode(login: string): Promise<string> {
  const given = await county.asStaff('askContactCode', {}, { login, roles: ['hall-operator'] })
  if (!given.ok) throw new Error(given.refusal)
  return (given.value as { readonly code: string }).code // as the row says
}

const tell = async (from: string, text: string, more: { group?: boolean; name?: string } = {}) => {
  const told = await county.say({ from, text, ...more })
  return told.map((said) => `${said.to}: ${said.text?.split('\n')[0]}`)
}
/** Digits that are nobody's: each other than the code. */
const wrongCodes = (code: string): readonly string[] =>
  ['00000001', '00000002', '00000003', '00000004', '00000005', '00000006'].filter((each) => each !== code).slice(0, 5)

describe('a code of the hall, typed in private', () => {
  it.each([
    ['as it was said', (code: string) => `绑定 ${code}`],
    ['in two groups of four, full-width', (code: string) => `绑定码：${[...code.slice(0, 4)].join('')}　${code.slice(4)}`],
    ['alone, by somebody whom nobody knows yet', (code: string) => code],
    ['in Chinese', (code: string) => `绑定${[...code].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}`],
  ])('%s, makes the contact his, and the old one hears of it', async (_how, typed) => {
    expect(await tell('liao-2', '我的信息')).toEqual([`liao-2: ${NOBODY}`])
    const told = await tell('liao-2', typed(await codeFor(LIAO)))
    expect(told).toEqual(['liao-2: 绑好了，这个微信就是你：', expect.stringContaining('liao: 有一个新的微信用你的身份绑定了')])
    const [me] = await county.say({ from: 'liao-2', text: '我的信息' })
    expect(me?.text).toContain('廖*山')
    expect(county.stored('people')).toHaveLength(5)
  })

  it('ends a registration that was begun, and a wrong one goes on with it', async () => {
    const code = await codeFor(LIAO)
    for (const text of ['注册', '1']) await tell('liao-2', text)
    const wrong = await tell('liao-2', `绑定 ${wrongCodes(code)[0]}`)
    expect(wrong).toEqual([`liao-2: ${WRONG(4)}`, expect.stringContaining('liao-2: ')])
    expect((await tell('liao-2', `绑定 ${code}`))[0]).toBe('liao-2: 绑好了，这个微信就是你：')
    const [me] = await county.say({ from: 'liao-2', text: '我的信息' })
    expect(me?.text).toContain('廖*山')
  })

  it('is told once where the message comes twice', async () => {
    const text = `绑定 ${await codeFor(LIAO)}`
    const first = await county.say({ from: 'liao-2', text, id: 'same' })
    expect(first.map(({ to }) => to)).toEqual(['liao-2', 'liao'])
    expect(await county.say({ from: 'liao-2', text, id: 'same' })).toEqual([])
  })

  it('counts for ten minutes', async () => {
    const code = await codeFor(LIAO)
    await county.moveTo(county.clock.now().add({ minutes: 10 }))
    expect(await tell('liao-2', `绑定${code}`)).toEqual([`liao-2: ${WRONG(4)}`])
    expect(await tell('liao-2', '我的信息')).toEqual([`liao-2: ${NOBODY}`])
  })

  it('counts for one contact, and the second learns nothing but that it does not', async () => {
    const code = await codeFor(LIAO)
    await tell('liao-2', `绑定${code}`)
    expect(await tell('thief', `绑定${code}`)).toEqual([`thief: ${WRONG(4)}`])
    expect(await tell('thief', '我的信息')).toEqual([`thief: ${NOBODY}`])
  })

  it('makes nobody out of somebody who is registered as another', async () => {
    const told = await tell('chen', `绑定${await codeFor(LIAO)}`)
    expect(told).toEqual([expect.stringContaining('chen: 你登记过了')])
    const [me] = await county.say({ from: 'chen', text: '我的信息' })
    expect(me?.text).toContain('陈*旺')
  })

  it('is not to be guessed: after five tries the right one is none, for whoever guessed', async () => {
    const code = await codeFor(LIAO)
    const told = []
    for (const wrong of wrongCodes(code)) told.push(...(await tell('thief', `绑定 ${wrong}`)))
    expect(told).toEqual([WRONG(4), WRONG(3), WRONG(2), WRONG(1), LOCKED].map((text) => `thief: ${text}`))
    expect(await tell('thief', `绑定 ${code}`)).toEqual([`thief: ${LOCKED}`])
    expect(await tell('thief', code)).toEqual([`thief: ${LOCKED}`])
    expect((await tell('liao-2', `绑定 ${code}`))[0]).toBe('liao-2: 绑好了，这个微信就是你：')
  })

  it('goes by the contact, whatever its name', async () => {
    expect(await tell('thief', `绑定${await codeFor(CHEN)}`, { name: '廖大山' })).toEqual([
      'thief: 绑好了，这个微信就是你：',
      expect.stringContaining('chen: 有一个新的微信'),
    ])
    const [me] = await county.say({ from: 'thief', name: '廖大山', text: '我的信息' })
    expect(me?.text).toContain('陈*旺')
  })
})

describe('a code that is said in the group', () => {
  it('is not done, not said again, and worth nothing from then on', async () => {
    const code = await codeFor(LIAO)
    const told = await county.say({ from: 'liao-2', text: `绑定 ${code}`, group: true })
    expect(told).toEqual([{ to: 'liao-2', text: IN_GROUP }])
    expect(JSON.stringify(told)).not.toContain(code)
    expect(await tell('thief', `绑定 ${code}`)).toEqual([`thief: ${WRONG(4)}`])
    expect(await tell('liao-2', '我的信息')).toEqual([`liao-2: ${NOBODY}`])
  })

  it('is a guess where it was none, so that nobody ends other people’s codes', async () => {
    const code = await codeFor(LIAO)
    for (const wrong of wrongCodes(code)) await tell('thief', `绑定 ${wrong}`, { group: true })
    expect(await tell('thief', `绑定 ${code}`, { group: true })).toEqual([`thief: ${IN_GROUP}`])
    expect((await tell('liao-2', `绑定 ${code}`))[0]).toBe('liao-2: 绑好了，这个微信就是你：')
  })

  it('of a helper too: whoever read it helps nobody', async () => {
    await tell('liao', '让家人帮我')
    const [given] = await county.say({ from: 'liao', text: '同意' })
    const code = given?.text?.match(/\d{8}/)?.[0] ?? ''
    expect(code).toHaveLength(8)
    expect(await tell('chen', `帮我爸 ${code}`, { group: true })).toEqual([`chen: ${IN_GROUP}`])
    expect(await tell('thief', `帮我爸 ${code}`)).toEqual([`thief: ${NOBODY}`])
    expect(await tell('chen', `帮我爸 ${code}`)).toEqual([expect.stringContaining('chen: 码不对')])
  })

  it('of a company too, and nobody hears whether it was one', async () => {
    expect(await tell('cai', '加入企业 12345678', { group: true })).toEqual([`cai: ${IN_GROUP}`])
  })

  it('is people talking where no word says what the digits are', async () => {
    expect(await tell('liao-2', await codeFor(LIAO), { group: true })).toEqual([])
  })
})

describe('a colleague’s digits', () => {
  it('make the contact his, in private alone', async () => {
    const code = await staffCode('zhou')
    expect(await tell('zhou', `工作号 ${code}`, { group: true })).toEqual([`zhou: ${IN_GROUP}`])
    expect(await tell('zhou', `工作号 ${code}`)).toEqual(['zhou: 码不对，或过了10分钟。还能试3次。'])
    expect(await tell('zhou', `工作号 ${await staffCode('zhou')}`)).toEqual(['zhou: 绑好了，这个微信是你的工作号了。'])
  })

  it('are not to be guessed', async () => {
    const code = await staffCode('zhou')
    for (const wrong of wrongCodes(code)) await tell('thief', `工作号 ${wrong}`)
    expect(await tell('thief', `工作号 ${code}`)).toEqual(['thief: 码错太多次，过十分钟再试。'])
    await county.moveTo(county.clock.now().add({ minutes: 10 }))
    expect(await tell('thief', `工作号 ${code}`)).toEqual([expect.stringContaining('thief: 码不对')])
  })
})
