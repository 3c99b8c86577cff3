import { type Fen, fen } from './money.ts'

const AMOUNT = /^(\d{1,8})(?:\.(\d{1,2}))?$/

/** An amount as people type it into a field: 300, 99.5, ¥ 1,000, ３００元. undefined for anything else, parts of a fen among it. */
export function readYuan(text: string): Fen | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,，]/g, '')
  const [, yuan, decimals = ''] = AMOUNT.exec(plain.replace(/^[¥￥]/, '').replace(/[元块]$/, '')) ?? []
  return yuan === undefined ? undefined : fen(Number(yuan) * 100 + Number(decimals.padEnd(2, '0')))
}
