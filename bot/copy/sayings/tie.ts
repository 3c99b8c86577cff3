import type { JobView } from '@linggong/api/contract/job.contract.ts'
import type { TieView } from '@linggong/api/contract/tie.contract.ts'
import { lines, short } from '../format.ts'
import type { Nothing } from './about.ts'

const NAMES = 10
const namesText = (names: readonly string[]): string => `${names.slice(0, NAMES).join('、')}${names.length > NAMES ? '等' : ''}`
const named = (ties: readonly TieView[], kind: TieView['kind']): readonly string[] =>
  ties.filter((tie) => tie.kind === kind).map(({ name }) => name)

export const TIE = {
  askBlock: ({ job, name }: { job: JobView; name: string }) =>
    lines(
      `拉黑${job.isEmployer ? '工友' : '老板'}${name}（【${job.number}】${short(job.content, 10)}）？`,
      '以后你们互相看不到对方的活，也不会告诉他。',
      '要就回「确认」，不要回「算了」。',
    ),
  blocked: ({ name }: { name: string }) =>
    lines(`拉黑了${name}，以后碰不到了，他不会知道。`, '已经接了的活还算数。后悔了回「取消拉黑」加名字。'),
  preferred: ({ name }: { name: string }) => `好，${name}是你的常用工了。你发新活，先告诉他。`,
  untied: ({ name, kind }: Pick<TieView, 'name' | 'kind'>) =>
    kind === 'blocked' ? `好，不拉黑${name}了，又能看到对方的活了。` : `好，${name}不再是你的常用工。`,
  notTied: ({ kind }: Pick<TieView, 'kind'>) => (kind === 'blocked' ? '黑名单里没有这个人。' : '常用工里没有这个人。'),
  nobodyMeant: (_: Nothing) => '没找到你说的人。要一起干过活的，说名字或活号，比如「拉黑10244的老板」。',
  whomDoYouMean: ({ names }: { names: readonly string[] }) => `是哪一个？${namesText(names)}。带上名字再说一遍。`,
  ties: ({ ties }: { ties: readonly TieView[] }) => {
    const [blocked, preferred] = [named(ties, 'blocked'), named(ties, 'preferred')]
    return lines(
      blocked.length === 0 ? '黑名单是空的。' : `黑名单：${namesText(blocked)}。去掉回「取消拉黑」加名字。`,
      preferred.length > 0 && `常用工：${namesText(preferred)}。去掉回「取消常用」加名字。`,
    )
  },
}
