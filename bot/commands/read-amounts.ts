import type { TakeView } from '@linggong/api/contract/job.contract.ts'

/** What one worker is to get, as the employer said it. */
export interface SaidAmount {
  readonly take: string
  readonly amountFen: number
  readonly reason: string
}

export type ReadAmounts =
  | { readonly kind: 'amounts'; readonly amounts: readonly SaidAmount[] }
  /** Somebody was named who is not waiting, or whom several could be. */
  | { readonly kind: 'who'; readonly name: string }

/** 陈小旺80, 其他每人280, 老王扣20: a name, perhaps a verb, an amount. Names are at most four signs, so nothing here backtracks far. */
const PIECE =
  /^(扣|少给|罚)?(\p{sc=Han}{1,6}?)(给|付|算|得|拿|扣|加|少)?(\d{1,6}(?:\.\d{1,2})?|[零一二两三四五六七八九十百千万]{1,8})(?!\d|个?(?:小时|钟头|点|分钟|天|次|人|趟|号|月|年))(元|块|米)?(.{0,60})$/u
const REST = ['其他', '其他人', '其余', '其余的', '剩下', '剩下的', '别人', '别的']
const ALL = ['每人', '每个人', '都', '大家', '各', '全部', '一人', '每个']

interface Piece {
  readonly who: string
  readonly sign: -1 | 0 | 1
  readonly amountFen: number
  reason: string
}

/** A masked name fits the whole one that it was made of; 老王 and 小陈 fit by the surname. */
export function fits(masked: string, name: string): boolean {
  const [shown, said] = [[...masked], [...name]]
  if (said.length === 2 && '老小阿'.includes(said[0] ?? '')) return shown[0] === said[1]
  return shown.length === said.length && shown.every((sign, at) => sign === '*' || sign === said[at])
}

function piecesOf(text: string, amountOf: (words: string) => number | undefined): readonly Piece[] | undefined {
  const pieces: Piece[] = []
  for (const words of text
    .normalize('NFKC')
    .replace(/^[^\d]{0,4}\d{4,8}(?!\d)\s{0,3}/, '')
    .split(/[,，、;；。\s]+/u)) {
    if (words === '') continue
    const [, before, who, verb, amount, , reason = ''] = PIECE.exec(words) ?? []
    const amountFen = amount === undefined ? undefined : amountOf(amount)
    const last = pieces.at(-1)
    if (who !== undefined && amountFen !== undefined) {
      const takes = before !== undefined || verb === '扣' || verb === '少'
      pieces.push({ who: who.replace(/(每人|每个人|都|各|人)$/u, '') || who, sign: takes ? -1 : verb === '加' ? 1 : 0, amountFen, reason })
    } else if (last !== undefined) last.reason = last.reason === '' ? words : `${last.reason}，${words}`
    else return undefined
  }
  return pieces.length === 0 ? undefined : pieces
}

const said = ({ sign, amountFen, reason }: Piece, take: TakeView): SaidAmount => ({
  take: take.take,
  amountFen: sign === 0 ? amountFen : take.payFen + sign * amountFen,
  reason: reason.trim(),
})

/**
 * 「廖大山300 其他280」 against those whose work waits to be confirmed; nobody else can be meant. undefined: the line says no amounts.
 * `amountOf` reads a number in words or digits as fen.
 */
export function readAmounts(
  text: string,
  waiting: readonly TakeView[],
  amountOf: (words: string) => number | undefined,
): ReadAmounts | undefined {
  const pieces = piecesOf(text, amountOf)
  if (pieces === undefined) return undefined
  const amounts = new Map<string, SaidAmount>()
  for (const piece of pieces.toSorted((one, other) => rank(one) - rank(other))) {
    const free = waiting.filter(({ take }) => !amounts.has(take))
    const meant = isAll(piece) ? free : waiting.filter(({ workerName }) => fits(workerName, piece.who))
    if (!isAll(piece) && meant.length !== 1) return { kind: 'who', name: piece.who }
    for (const take of meant) amounts.set(take.take, said(piece, take))
  }
  return { kind: 'amounts', amounts: [...amounts.values()] }
}

const isAll = ({ who }: Piece): boolean => REST.includes(who) || ALL.includes(who)
/** Whoever is named comes first; the rest is what is left. */
const rank = (piece: Piece): number => (isAll(piece) ? 1 : 0)
