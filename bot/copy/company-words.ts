/** How people say that they speak for a company. */
const BEGIN = /^(?:我们?是|登记|注册)?(?:一家|个)?(?:企业|公司|合作社)(?:登记|注册)?/u
const CODE = /(?<![0-9A-Za-z])(?=[0-9A-Za-z]*\d)[0-9A-Za-z](?:[\s-]?[0-9A-Za-z]){14,20}(?![0-9A-Za-z])/u
const LONG_DIGITS = /(?<![0-9A-Za-z])\d[0-9A-Za-z]{5,30}(?![0-9A-Za-z])/u
/** What the name of a company ends with. */
const NAME =
  /[\p{sc=Han}\p{L}（）()·]{2,50}(?:公司|合作社|合作联社|厂|店|部|行|中心|农场|林场|超市|馆|院|园|学校|商会|协会|村委会|居委会|个体户)/u
const JOIN = /^加入(?:企业|公司|合作社)[:,是码\s]{0,3}(\d{6,8})$/u

const plain = (text: string): string => text.normalize('NFKC').trim()

export interface SaidCompany {
  /** As it was typed: what is wrong with it is said by the rule. */
  readonly creditCode?: string
  readonly name?: string
}

/** A code and a name out of a line, wherever they stand in it. */
export function readCompany(text: string): SaidCompany {
  const said = plain(text)
  const [code] = CODE.exec(said) ?? LONG_DIGITS.exec(said) ?? []
  const rest = (code === undefined ? said : said.replace(code, ' ')).replace(BEGIN, ' ')
  const [name] = NAME.exec(rest) ?? []
  return { ...(code === undefined ? {} : { creditCode: code }), ...(name === undefined ? {} : { name }) }
}

/** 企业登记, 我是企业, 登记公司 91350428…: the words alone, or with what belongs to it behind them. */
export function beginsCompany(text: string): boolean {
  const said = plain(text)
  const [begin] = BEGIN.exec(said) ?? []
  if (begin === undefined || begin === '企业' || begin === '公司' || begin === '合作社') return false
  const rest = said.slice(begin.length).replace(/^[\s:,。.!]{1,5}/u, '')
  return rest === '' || readCompany(rest).creditCode !== undefined || readCompany(rest).name !== undefined
}

export const readJoinCode = (text: string): string | undefined => JOIN.exec(plain(text))?.[1]
