/** A kind of work of the past, and how often it came up. Yuan are per person, `hours` per day. */
export interface Work {
  readonly trade: string
  readonly content: string
  readonly often: number
  readonly seats: readonly [number, number]
  readonly days: readonly [number, number]
  readonly hours: number
  readonly yuan: readonly [number, number]
  readonly unit: 'day' | 'hour' | 'job'
}

const work = (trade: string, content: string, often: number, more: Partial<Work> = {}): Work => ({
  ...{ trade, content, often, seats: [1, 3], days: [1, 1], hours: 8, yuan: [160, 220], unit: 'day' },
  ...more,
})

/** The published example of an order: 安装公司办公桌, 300 yuan. */
export const EXAMPLE: Work = work('家具安装', '安装公司办公桌', 0, { seats: [1, 1], hours: 6, yuan: [300, 300], unit: 'job' })

export const WORKS: readonly Work[] = [
  work('搬运', '搬办公桌', 5, { seats: [2, 4], hours: 4, yuan: [90, 140], unit: 'job' }),
  work('搬运', '搬家，三楼无电梯', 6, { seats: [2, 3], hours: 5, yuan: [130, 200], unit: 'job' }),
  work('装卸', '卸化肥一车', 5, { seats: [2, 4], hours: 4, yuan: [120, 180], unit: 'job' }),
  work('装卸', '装毛竹', 3, { seats: [2, 5] }),
  work('采摘', '采摘橙子', 8, { seats: [3, 8], days: [1, 3], yuan: [160, 190] }),
  work('采摘', '采茶', 4, { seats: [3, 8], days: [1, 3], yuan: [150, 180] }),
  work('疏果', '果树套袋', 3, { seats: [2, 6], days: [1, 2], yuan: [150, 170] }),
  work('农活', '插秧', 3, { seats: [2, 5], yuan: [180, 220] }),
  work('农活', '收稻谷', 3, { seats: [2, 5], yuan: [180, 230] }),
  work('保洁', '新房开荒保洁', 6, { seats: [1, 3], yuan: [150, 180] }),
  work('保洁', '打扫办公室', 5, { seats: [1, 1], hours: 3, yuan: [20, 28], unit: 'hour' }),
  work('家具安装', '装衣柜橱柜', 4, { seats: [1, 2], yuan: [220, 300], unit: 'job' }),
  work('电焊', '焊护栏', 3, { seats: [1, 2], yuan: [280, 350] }),
  work('水电', '旧房水电改造', 3, { seats: [1, 2], days: [1, 2], yuan: [260, 320] }),
  work('泥瓦', '砌围墙', 4, { days: [1, 3], yuan: [240, 300] }),
  work('泥瓦', '贴瓷砖', 3, { seats: [1, 2], days: [1, 3], yuan: [280, 340] }),
  work('木工', '工地支模板', 3, { seats: [2, 4], days: [1, 3], yuan: [260, 320] }),
  work('油漆', '刷外墙', 3, { seats: [1, 3], days: [1, 2], yuan: [220, 280] }),
  work('拆除', '拆旧墙', 3, { seats: [2, 3], yuan: [220, 280] }),
  work('钢筋', '绑钢筋', 2, { seats: [2, 4], days: [1, 3], yuan: [260, 320] }),
  work('厨工', '流水席帮厨', 4, { seats: [2, 4], yuan: [150, 200] }),
  work('服务员', '酒席端菜', 4, { seats: [2, 5], hours: 5, yuan: [100, 130], unit: 'job' }),
  work('普工', '竹筷厂打包', 6, { seats: [2, 6], days: [1, 3], yuan: [140, 170] }),
  work('绿化', '公园除草修枝', 4, { seats: [2, 4], yuan: [140, 170] }),
  work('护工', '医院陪护', 3, { seats: [1, 1], days: [1, 3], yuan: [180, 220] }),
  work('疏通', '清沟疏通下水道', 2, { seats: [1, 2], hours: 4, yuan: [150, 220], unit: 'job' }),
  work('家电安装', '装空调', 3, { seats: [1, 2], hours: 5, yuan: [180, 260], unit: 'job' }),
  work('司机', '送货一天', 2, { seats: [1, 1], yuan: [220, 280] }),
]

/** Each kind as often as it came up, to be picked from. */
export const WORKS_BY_FREQUENCY: readonly Work[] = WORKS.flatMap((each) => Array.from({ length: each.often }, () => each))
