/** What a word of a job post can be. One text has one tag; the longest text at a place wins. */
export type Tag =
  | 'yuan'
  | 'jiao'
  | 'fen'
  | 'metre'
  | 'money-sign'
  | 'per'
  | 'day'
  | 'day-unit'
  | 'half-day'
  | 'hour'
  | 'month'
  | 'week'
  | 'piece'
  | 'lot'
  | 'day-pay'
  | 'hour-pay'
  | 'month-pay'
  | 'job-pay'
  | 'piece-pay'
  | 'wage'
  | 'negotiable'
  | 'extra'
  | 'person'
  | 'ge'
  | 'worker'
  | 'want'
  | 'one-wanted'
  | 'already'
  | 'each'
  | 'couple'
  | 'range'
  | 'date-day'
  | 'month-sign'
  | 'two-days'
  | 'relative-day'
  | 'now'
  | 'part-of-day'
  | 'weekday'
  | 'weekend'
  | 'this-week'
  | 'next-week'
  | 'month-point'
  | 'holiday'
  | 'oclock'
  | 'half'
  | 'quarter'
  | 'colon'
  | 'until'
  | 'before'
  | 'within'
  | 'done-by'
  | 'from'
  | 'work-for'
  | 'about'
  | 'past-talk'
  | 'year'
  | 'noise'

type Entry = readonly [Tag, string]

/** Kept as lists of words with a blank between: the vocabulary is data, read once. */
export const POST_WORDS: readonly Entry[] = [
  ['yuan', '元 快 块 块钱 圆 元钱 块大洋 大洋 rmb 人民币 元整 块人民币'],
  ['jiao', '毛 角 毛钱 角钱'],
  ['fen', '分钱 分'],
  ['metre', '米'],
  ['money-sign', '¥ $'],
  ['per', '/ 每'],
  ['day', '天 日 全天 整天'],
  ['day-unit', '工 个工 工日 个工日 班 夜 晚上 晚 通宵 个班'],
  ['half-day', '半天 半日 半个工 半工 一上午 一下午 一早上 半个白天'],
  ['hour', '时 小时 个小时 钟头 个钟头 个钟 h hour 个点'],
  ['month', '个月 月'],
  ['week', '周 个礼拜 礼拜 星期 个星期 个周'],
  [
    'piece',
    '斤 公斤 kg 吨 平 平方 平米 平方米 个平方 方 立方 台 件 米 棵 株 亩 箱 筐 袋 包 套 张 扇 樘 间 户 片 担 桶 车 趟 颗 头 只 条 根 盆 串 盒 篮 把 盘 炉 窑 棒 垄 遍 层 柜 节 副 眼 座 m2 ㎡ 车次 幅 捆 板 双 打 转 回 页 份 本 瓶 枝 支 篓 框 窝 杯 桌 公里 辆 单 票 窗 门 个袋',
  ],
  ['lot', '次 场 家 场次 趟活 夜场 票活'],
  ['day-pay', '日结 日薪 天薪 日工资 点工 按天 按天算 包天 计日 天工 日工 工价'],
  ['hour-pay', '时薪 小时工资 计时 按小时 按小时算 论小时 按时'],
  ['month-pay', '月薪 月工资 底薪 月入 月收入 基本工资 保底 保底工资 综合工资 综合月薪 转正 试用期 月结工资 月休 月休四天'],
  [
    'job-pay',
    '总价 包干 一口价 搞定 全包 包工 总共 一共 来回 打包价 干完 做完 弄完 搬完 拆完 卸完 装完 清完 修好 弄好 包工包料 承包 通好 清包工 全部 总工钱 整个 往返 上门费 跑一趟来回 一单 全程 做好 全部做完 整单 单程 合计 总的 拢共 装好 包圆 人分 平分 一起分 几个人分',
  ],
  ['piece-pay', '单价 吨位价 件价 平方价 每平 每单 一口单价'],
  ['wage', '工资 工钱 工价 价格 价钱 酬劳 报酬 薪资 薪水 待遇 给 出 付 开 价 每人给 薪酬 工费 人工费 手工费 计件 按件 论斤 按斤'],
  [
    'negotiable',
    '面议 面谈 面商 电议 私聊价 价格私聊 价格好商量 价钱好商量 工资好商量 价格可谈 工资可谈 价钱可谈 工钱好说 价格好说 工资好说 看着给 看活给 看情况给 待遇从优 价格从优 工资从优 价格电联 工资电联 价格商量 工钱面谈 具体面谈 详谈 详聊 价格详谈 钱好说 看手艺 看手艺定 按手艺 价另议 另议 待议 待定 电询 随便给 随行就市 亏不了你 不会亏待 好商量 好说',
  ],
  [
    'extra',
    '加班 加班费 超时 补贴 全勤 全勤奖 满勤 满勤奖 奖金 奖 餐补 餐费 饭补 油补 油费 话补 房补 交通补 交通补贴 车补 车费 路费 过路费 夜班补 夜班补贴 夜班津贴 津贴 提成 押金 服装费 体检费 介绍费 中介费 保证金 报名费 培训费 房租 罚 罚款 扣 高温 高温补贴 高温费 岗位补贴 工龄 工龄奖 工龄工资 介绍 开门红包 绩效 年终奖 红包另发 烟钱 饭钱 伙食费 伙食补贴 餐贴 住房补贴 社保补贴 电话费 补助 超产奖 超出 超过 另加 另补 外加 再加 加 补 奖励 小费 超 夜餐 餐标 每餐 材料费 工具费 保险费 保费 充值 先交 交钱 办证 身份证 电话 手机 微信 wx vx qq 编号 单号 优惠 打折 满减 原价 会费 定金 会员',
  ],
  ['person', '人 名 位 口人 个人 人手 个工人 人次 名人'],
  ['ge', '个'],
  [
    'worker',
    '师傅 工人 阿姨 大姐 大哥 大叔 男工 女工 男 女 男的 女的 熟练工 熟手 生手 老师傅 壮劳力 劳力 劳动力 妇女 小伙 小伙子 兄弟 帮手 壮汉 能手 会的 嫂子 员工 人员 技工 学徒 力气大 短工 长工 帮工 能干 有经验 做事 干活 会干 搭把手 帮忙 熟练 手脚 专业 懂 会 能 老乡 阿嫂 婶子 阿伯 妇女同志 靠谱 大学生 学生 学生工 老手 新手 大娘 大妈 大爷 老人家 男师傅 女师傅 农民工 后生 后生仔 青年 村民 队员 安装员 技术员 老司机 伙计 好手 壮丁 身强力壮 年轻 年轻人 胆大 力气 有力气 吃苦 手快 勤快 细心 负责 本地 主力 替班 顶班 跟车 打荷',
  ],
  [
    'want',
    '招 招聘 招工 招收 诚招 诚聘 急招 急聘 聘 聘请 招募 招人 要 需 需要 急需 急要 找 急找 寻 请 雇 缺 还缺 差 还差 来 再来 求 叫 喊 有冇 有没有 征 征集 招用 尚缺 想找 想请 招几 请人 凑 用工 至少 约 大约 大概 共 一共要 总共要 一起 只要 就要 各 各要 各招 招满 各来 加 再加 再要 再招 再找 派 带',
  ],
  [
    'one-wanted',
    '要个 找个 来个 请个 招个 缺个 差个 还差个 需个 雇个 叫个 喊个 寻个 求个 聘个 再来个 再要个 想请个 想找个 急需个 急找个 招一 缺个人 找个人 要个人 来个人 请个人 叫个人',
  ],
  [
    'already',
    '已有 已经有 已经来 现有 目前有 有了 已经找到 已找到 已到 已经到 已来 已经招到 已招 已经找了 我们有 这边有 我有 自己有 原来有 本来有 已报 已经报 手上有 家里有 第 已定 煮 够 供 能坐 全村 前面有',
  ],
  ['each', '各'],
  ['couple', '夫妻 一对夫妻 夫妻工 夫妻俩 两口子 夫妻档 一对'],
  ['range', '- ~ — – ― 到 至 一一 -- 、 or 或 或者'],
  ['date-day', '号 日'],
  ['month-sign', '月 月份'],
  ['year', '年'],
  ['now', '现在 马上 立刻 立即 即刻 这会儿 现在就 立马 马上到 即日 即日起 当即 眼下 随时'],
  ['oclock', '点 点钟 时 点整 点正 時 点左右 点多'],
  ['half', '半'],
  ['quarter', '刻'],
  ['colon', ':'],
  ['until', '干到 做到 忙到 直到 为止 截止 截止到 截至 持续到 一直到 上到 守到 看到 拣到 摘到 收到 弄到 搬到 到 至 搞到 采到 连到'],
  ['before', '前 之前 以前 前面'],
  ['within', '内 以内 之内 里面'],
  [
    'done-by',
    '做完 干完 完工 完成 结束 收工 下班 交工 弄完 收尾 搬完 装完 拆完 弄好 做好 竣工 摘完 收完 赶完 要完成 必须完成 刷完 搞完 砌完 贴完 栽完 种完 割完 下工',
  ],
  [
    'from',
    '起 开始 开工 进场 上班 上岗 动工 上户 到岗 开 集合 出发 开干 开摘 开采 到位 报到 开始干 开始上 开园 入场 见工 走 到场 就位 起工 下地',
  ],
  [
    'work-for',
    '干 做 连着 连续 连 大概 大约 约 工期 为期 共 一共 总共 预计 估计 要做 要干 需要 需 大概要 大概干 大概做 忙 临时顶班 顶班 可做 能做 可干 能干 差不多 前后 持续 也就 就 只 干满 周期 上 搞 弄 帮 帮忙 帮几 活 包 时间 时长 用 得 起码 至少 先做 先干 试工 共计 合计 起 整',
  ],
  ['about', '左右 上下 以上 多 前后 起 差不多 不等 来'],
  ['past-talk', '昨天那 昨天的 昨天一 跟昨天 和昨天 上次 昨天来 昨天干 同昨天 像昨天 按昨天'],
  [
    'noise',
    '早餐 早饭 早点 早班 早晚 早餐店 早点店 晚餐 晚饭 晚班 晚会 夜宵店 中餐 午餐 午饭 午休 早退 早市 早教 晚辈 晚稻 早稻 水电站 快递 快点 快餐 快来 快到 快要 快手 快一点 快乐 快去 快速 快报 一中 二中 三中 四中 五中 六中 七中 八中 一起 一下 一样 一直 一定 一般 一些 早一点 晚一点 多一点 少一点 近一点 一点活 一点事 一点货 一点东西 一点点 一边 一半 一次性 一手 一包烟 三明 四川 八一 五一路 七一路 三轮 三轮车 五金 五金店 百货 百香果 千万 万安 万安镇 万全 万全乡 万家 万达 万福 二手 二楼 三楼 四楼 五楼 六楼 七楼 一楼 八楼 九楼 十楼 十字路口 十字 两边 两头 两用 双休 单休 单双休 几时 几点 三角 半山 半路 半成品 一体 一线 二期 一期 三期 四期 五险 五险一金 三餐 两餐 两顿 两顿饭 一日三餐 二次 二保焊 一对一 三楼上 多少 四季豆 四季 几多 一家人 三包 百姓 九龙 八角 七彩 双方 一环 二环 两岸 四海 大一 第一 第二 第三 百合 千层 千年 万寿 万寿菊 分拣 分钟 分店 分厂 分级 分公司 元旦后 元宝 元通 块头 平安 平方根 平车 平地 平整 平时 平板 平安镇 工业 工业区 工业园 工业园区 工地 工人 工作 工厂 工具 工程 工程车 工友 工种 工龄 工序 工商 工会 天晴 天气 天亮 天黑 天热 天冷 天台 天然 天桥 天花板 天猫 天井 日照 日常 日用品 日照东门 月嫂 月子 月饼 件套 台阶 台风 台面 方便 方式 方向 方案 张家 张师傅 间隔 包子 包装 包间 包工头 车间 车站 车库 车位 车工 车费 包吃 包住 包餐 包饭 包接送 包车 车接 头家 米线 米粉 米厂 把关 里面 时间 时候 时尚 点心 点菜 点名 来回 来了 来源 号码 号称 号楼 号厂 号线 号院 号店 号门 号库 号仓 号桥 号地 号公路 日报 日前 到了 到家 到付 到位 开发区 加微 加我 加微信 加v 加工 加工厂 加油站 加盟 高温天 前台 前厅 前面 前村 前街 每周 每逢 上岗证 出租 要求 要紧 需求 请假 请问 来电 来人 来料 来不来 各位 各种 只限 不要 不需要 不需 无需 不用 不招 不限 人民 人民路 人才 人工 人事 人品 名额 名片 名单 位置 位于 男女 男女不限 会计 会议 会所 会展 能否 能不能 懂行 会不会 前楼 后山 前后院 大概率 中介 中介勿扰 中介费 给力 给个 出工 出门 出来 开票 开车 开关 开槽 开荒 开心 开会 开店 开叉车 开挖 开铲 付款 付清 现付 价位 价值 干净 干货 干部 干洗 做工 做人 做饭 做法 活动 活鱼 共享 公共 约定 连锁 连夜 连衣 就近 就业 就行 就可以 整洁 整理 打包 打扫 打药 打工 打电话 打杂 打磨 打下手 打灰 打墙 打桩 打板 打井 打架 打荷 打饭 打印 双方 本人 本地 本周 本月 本村 本店 本公司 支模 份量 条件 条款 头像 把门 板材 盘点 门口 门店 门卫 门面 窗口 串联 座椅 座位 回复 回来 回家 回收 转让 转租 单位 单价 单元 桌椅 桌子 套袋 套房 套餐 盒饭 盒子 箱子 袋子 筐子 柜子 柜台 柜门 框架 户外 户型 户口 亩产 株距 颗粒 只有 只能 根据 双向 杯子 瓶子 车上 车辆 里程 公里数 方管 平顶 平台 立方体 场地 场所 场景 家里 家政 家具 家电 家长 家园 次日 次品 夜宵 夜班 夜市 夜间 班组 班车 班长 工班 班次 白班 早班 中班 晚班 大夜班 小夜班 长白班 两班倒 倒班 三班倒 上下班 点工头',
  ],
]

const RELATIVE_DAYS: readonly (readonly [number, string])[] = [
  [0, '今天 今日 今儿 今朝 当天 今 今早 今晚 今夜 今上午 今下午 今儿个'],
  [1, '听日 听朝 明天 明日 明儿 明朝 明早 明晚 明 明上午 明下午 明儿个 第二天'],
  [2, '后天 后日 后儿 后朝 后早 后晚'],
  [3, '大后天 大后日'],
  [-1, '昨天 昨日 昨晚 昨夜 昨'],
  [-2, '前天 前日 前晚'],
]

/** Hours before which a bare hour means the afternoon are told by `resolveHour`. */
export type PartOfDay = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening'

const PARTS_OF_DAY: readonly (readonly [PartOfDay, string])[] = [
  ['night', '凌晨 后半夜 下半夜 半夜'],
  ['morning', '清晨 清早 大清早 一早 一大早 大早 早上 早晨 上午 上昼 早 天光 朝晨 早起 天光早 清早上 上半天'],
  ['noon', '中午 晌午 正午 午间 中昼 日昼'],
  ['afternoon', '下午 午后 下昼 后晌 晏昼 下半天 下半昼'],
  ['evening', '晚上 晚 傍晚 晚间 夜里 夜间 夜晚 夜 暗晡 黄昏 晚夕 擦黑 暝晡 晚边'],
]

const TWO_DAYS: readonly (readonly [number, string])[] = [
  [0, '今明两天 今明2天 今明天 今明'],
  [1, '明后两天 明后2天 明后天 明后 明天后天 明天和后天 明天跟后天 明天、后天 明天,后天'],
]

/** The days before (negative) or after the day in the word 年底, 月初 …, written as month shift and point. */
const MONTH_POINTS: readonly (readonly [number, string])[] = [
  [1, '月初 本月初 这个月初'],
  [2, '月中 本月中 中旬 本月中旬 月中旬'],
  [3, '月底 本月底 这个月底 月末 本月末 这月底'],
  [11, '下月初 下个月初 下月 下个月'],
  [12, '下月中 下个月中 下月中旬 下个月中旬'],
  [13, '下月底 下个月底 下个月末'],
  [23, '年底 年末'],
]

/** Feasts by the index of `holidays.ts`. */
const HOLIDAYS: readonly (readonly [number, string])[] = [
  [0, '元旦'],
  [1, '春节 过年 年 大年 新年 除夕'],
  [2, '元宵 元宵节 正月十五'],
  [3, '清明 清明节'],
  [4, '劳动节 五一节 五一假期'],
  [5, '端午 端午节'],
  [6, '中秋 中秋节'],
  [7, '国庆 国庆节'],
]

export interface PostWord {
  readonly tags: ReadonlySet<Tag>
  readonly value: number
  readonly part: PartOfDay | undefined
}

interface Building {
  tags: Set<Tag>
  value: number
  part: PartOfDay | undefined
}

/** 今早 and 明晚 say a day and a part of it in one word. */
function partInside(text: string): PartOfDay | undefined {
  if (text.length < 2) return undefined
  if (text.endsWith('早') || text.endsWith('上午')) return 'morning'
  if (text.endsWith('下午')) return 'afternoon'
  return text.endsWith('晚') || text.endsWith('夜') ? 'evening' : undefined
}

const WEEK_PREFIXES = [
  ['', 0],
  ['这', 1],
  ['本', 1],
  ['这个', 1],
  ['下', 2],
  ['下个', 2],
  ['下下', 3],
  ['下下个', 3],
] as const

const WEEKDAYS = ['一1', '二2', '三3', '四4', '五5', '六6', '日天7']

type Add = (tag: Tag, text: string, value?: number, part?: PartOfDay) => void

function addWeekWords(add: Add): void {
  for (const [prefix, weeks] of WEEK_PREFIXES) {
    for (const name of ['周', '星期', '礼拜', '拜']) {
      if (name === '拜' && prefix === '') continue
      for (const [index, signs] of WEEKDAYS.entries())
        for (const sign of signs) add('weekday', `${prefix}${name}${sign}`, weeks * 10 + index + 1)
      add('weekend', `${prefix}${name}末`, weeks)
      if (weeks > 1) add('next-week', `${prefix}${name}`, weeks - 1)
      if (weeks === 1) add('this-week', `${prefix}${name}`)
    }
    for (const both of ['周六日', '周六周日', '周六和周日', '周六、周日', '周末两天', '周六天'])
      add('weekend', `${prefix}${both}`, weeks + 10)
  }
}

/** Every word of the vocabulary. A text may have several tags: 天 is a day and a unit of pay. */
export function postWords(): ReadonlyMap<string, PostWord> {
  const words = new Map<string, Building>()
  const add: Add = (tag, text, value, part) => {
    const word = words.get(text)
    if (word === undefined) words.set(text, { tags: new Set([tag]), value: value ?? 0, part })
    else word.tags.add(tag)
  }
  const addAll = (tag: Tag, rows: readonly (readonly [number, string])[]) => {
    for (const [value, texts] of rows)
      for (const text of texts.split(' ')) add(tag, text, value, tag === 'relative-day' ? partInside(text) : undefined)
  }
  addWeekWords(add)
  addAll('two-days', TWO_DAYS)
  addAll('relative-day', RELATIVE_DAYS)
  addAll('month-point', MONTH_POINTS)
  addAll('holiday', HOLIDAYS)
  for (const [part, texts] of PARTS_OF_DAY) for (const text of texts.split(' ')) add('part-of-day', text, 0, part)
  for (const [tag, texts] of POST_WORDS) for (const text of texts.split(' ')) add(tag, text)
  return words
}
