/** A job of the coming days. */
export interface OpenWork {
  /** By the keys of the cast. */
  readonly employer: string
  readonly takers: readonly string[]
  readonly trade: string
  readonly content: string
  readonly seats: number
  readonly days: number
  readonly hours: number
  readonly yuan: number
  readonly unit: 'day' | 'job'
  readonly township: string
  readonly place: string
  /** Days after today; when it is too late for that hour today, tomorrow. */
  readonly inDays: number
  readonly startsAt: string
  readonly insured: boolean
  readonly perks: readonly string[]
}

type Where = Pick<OpenWork, 'township' | 'place'>
type What = Pick<OpenWork, 'employer' | 'trade' | 'content' | 'seats' | 'yuan' | 'inDays' | 'startsAt'>

const open = (what: What, where: Where, more: Partial<OpenWork> = {}): OpenWork => ({
  ...{ takers: [], days: 1, hours: 8, unit: 'day', insured: false, perks: [], ...what, ...where },
  ...more,
})

/** The first three are those of the examples: 1024, 1025, 1026. */
export const OPEN_WORKS: readonly OpenWork[] = [
  open(
    { employer: 'cai', trade: '搬运', content: '搬办公桌', seats: 3, yuan: 100, inDays: 0, startsAt: '09:00' },
    { township: '古镛镇', place: '县政府对面' },
    { hours: 4, unit: 'job', takers: ['lin', 'zhang'] },
  ),
  open(
    { employer: 'qiu', trade: '采摘', content: '采摘橙子', seats: 10, yuan: 180, inDays: 1, startsAt: '07:30' },
    { township: '高唐镇', place: '常口村' },
    { days: 3, insured: true, perks: ['包午饭'] },
  ),
  open(
    { employer: 'cai', trade: '电焊', content: '焊护栏', seats: 1, yuan: 300, inDays: 0, startsAt: '13:00' },
    { township: '古镛镇', place: '积善村' },
    { hours: 4, unit: 'job' },
  ),
  open(
    { employer: 'caller-1', trade: '泥瓦', content: '砌围墙', seats: 2, yuan: 260, inDays: 1, startsAt: '07:30' },
    { township: '水南镇', place: '水南镇集镇' },
    { days: 2, insured: true },
  ),
  open(
    { employer: 'caller-1', trade: '装卸', content: '卸瓷砖一车', seats: 3, yuan: 160, inDays: 1, startsAt: '14:00' },
    { township: '万安镇', place: '万安村' },
    { hours: 4, unit: 'job' },
  ),
  open(
    { employer: 'caller-2', trade: '厨工', content: '流水席帮厨', seats: 3, yuan: 180, inDays: 2, startsAt: '08:00' },
    { township: '古镛镇', place: '和平村' },
    { perks: ['包吃'] },
  ),
  open(
    { employer: 'caller-3', trade: '普工', content: '竹筷厂打包', seats: 6, yuan: 150, inDays: 2, startsAt: '08:00' },
    { township: '黄潭镇', place: '黄潭村' },
    { days: 5 },
  ),
  open(
    { employer: 'caller-2', trade: '保洁', content: '新房开荒保洁', seats: 2, yuan: 170, inDays: 3, startsAt: '08:00' },
    { township: '水南镇', place: '日照东门' },
  ),
  open(
    { employer: 'caller-3', trade: '绿化', content: '路边除草', seats: 4, yuan: 160, inDays: 3, startsAt: '07:30' },
    { township: '白莲镇', place: '铜岭村' },
    { days: 2 },
  ),
  open(
    { employer: 'cai', trade: '家具安装', content: '装课桌椅', seats: 2, yuan: 240, inDays: 4, startsAt: '08:30' },
    { township: '安仁乡', place: '安仁村' },
    { hours: 6, unit: 'job' },
  ),
  open(
    { employer: 'qiu', trade: '疏果', content: '果树修枝套袋', seats: 5, yuan: 160, inDays: 5, startsAt: '07:30' },
    { township: '高唐镇', place: '高唐村' },
    { days: 3 },
  ),
]
