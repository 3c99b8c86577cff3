import type { Intent } from '../intent.ts'
import type { FindingKind } from '../understanding.ts'
import { POST_WORDS_BY_TEXT } from '../words/kinds.ts'
import { hasSign, isAt, signs } from '../words/signs.ts'
import { createTrie, longestAt } from '../words/trie.ts'
import { holds, wordSet } from '../words/word-set.ts'
import type { JobReading } from './draft.ts'

/** Why a line with numbers and work words may still be no job post. */
type Against = 'goods' | 'seeker' | 'closing' | 'advert' | 'talk' | 'spam' | 'cancelled' | 'price'

const WORDS: readonly (readonly [Against, string])[] = [
  [
    'goods',
    '起送 可送货 包送货 送货上门 土鸡蛋 土鸭蛋 土蜂蜜 土猪肉 自产自销 自家土 自家酿 自家榨 自家腌 自家晒 自家做的 自养 本店新到 新到一批 新到 到货 现货 有需要的找我 需要的找我 有需要找我 有要的找我 配钥匙 换锁 开锁 启事 走失 酬谢 重谢 酬金 拾到 遗失 失主 认领 寻人 寻狗 寻猫 丢失 走丢 跑丢 本店 本公司 代办 上门维修 上门安装 上门开锁 专业开锁 专业维修 各种维修 随叫随到 24小时服务 24h 价格优惠 价格实惠 出栏价 一只起 一份起 一箱包邮 产地直发 全国发货 预定 欢迎预定 欢迎选购 欢迎订购 订购 现磨 现做 现杀 刚摘 刚出炉 新米 新茶上市 上市 尝鲜 打工 停水通知 诈骗 骗子 收废 收旧 收破烂 回收 拎包入住 一室 两室一厅 两室 三室 转租 转店 带租约',
  ],
  [
    'seeker',
    '求活 求职 求工作 找活干 找活做 找份工 找点活 有活联系 有活的联系 有活找我 有活叫我 有活喊我 有活请联系 需要的联系 需要的老板 本人会 本人有 本人可 本人想 本人求 本人男 本人女 本人做 本人专 本人多年 本人从事 本人精通 本人是 我会做 有没有活 有活吗 想找活 想找份 想找个活 接活 承接 专接 有单的老板 求带 求介绍 找事做 哪里有活 哪里要人 谁家要人 有需要的老板 有需要请联系 需要师傅的 帮我找 帮我找个 找我 有需要找我 的工作 份工作 找个工作 的活吗 的活有吗 有什么活 我想做 我想去做 我要找活 有没有招 有没有要 还招吗 还要人吗 求一份 有没有…的活 收活 找工作 想打工 想做点 有合适的活 找活 有活叫 有活喊 有活打我 有活的打 一天就做 一天就干 块就做 块就干 什么活都 啥活都 什么都能做 什么都会 都能干 都会做 都会干 都可以做 想找点 想找些 想干点 找份 求个活 求份 我有证 随时可以上班 随时能上班 能吃苦 手艺好 干活利索 干活麻利 干活踏实 有二十年 有十年 有多年 想找个厂 想进厂 找个厂 找厂 我有三轮 我有车 我有货车 我有面包车 我有挖机 本人有车 帮人拉 随时上户 可上户 有活请叫 找活路 寻活 求包活',
  ],
  [
    'closing',
    '找好了 已找好 找到了 已经找到人 招满 招够 已满 人满 够了 人够 满员 人齐 齐了 不用再 不要再打 别打电话 不用打电话 已经有人 有人做了 有人接了 谢谢大家 感谢大家 已招到 已经招到 招到了 停招 不招了 不用招 别招了 先不招',
  ],
  [
    'advert',
    '出售 出租 转让 招租 转租 优惠 特价 促销 打折 折扣 6折 7折 8折 9折 5折 全场 开业 试营业 团购 秒杀 拼团 新店 欢迎咨询 欢迎来电 欢迎光临 上门服务 24小时上门 24小时服务 专业疏通 专业维修 专业清洗 专业安装 专业搬家 专业承接 专业防水 承接各 承接工程 本公司承接 免费咨询 招生 培训班 报名费全免 拼车 顺风车 有顺路 找车 有车去 相亲 征婚 找对象 喝喜酒 喜酒 喝酒 摆酒请 婚宴请 酒席请 请各位 寻物 捡到 丢了 失物 招领 求购 收购 高价回收 回收旧 回收废 卖房 卖车 二手 九成新 厂家直销 批发价 新鲜上市 现摘现卖 有要的 要的联系 要的私 想要的 谁要买 便宜卖 便宜出 甩卖 清仓 包邮 到货了 上新 免费送 免费给 满减 送啤酒 送礼品 办理贷款 贷款 信用卡 保险代理 加盟 代理 招商 停水 停电 放假通知 放假调休 通知 公告 温馨提示 疫苗 核酸 体检通知 领取 发放 抽奖 投票 砍一刀 助力 帮忙点 点一下 转发 谁家有卖 有卖的 卖吗 的卖 我收 收旧 收稻谷 收笋 收茶青 收购价 保价 每斤收 价格表 谁要种 谁要租 房租 月租 租金 售价 原价 一平起 起价 有货 现货 服务热线 竭诚 上门量尺 免费上门 免费测量 保修 质保 包教包会 学会为止 节日快乐 新年快乐 生日 祝 直播间 优惠券 会员 扫码 红包雨 抢红包 有意者购 有意购买 低价出 出一台 出一辆 出个 闲置 要的来拿 来拿 要的说 谁要 自家种 自家养 熟了 要的来 取件码 绕行',
  ],
  [
    'talk',
    '才1 才2 才3 才八十 才一百 才两百 才几 起泡 搬得 累趴 我表弟 我表哥 我哥 我弟 我姐 我妹 我老公 我朋友 我同学 我邻居 我亲戚 我侄 我舅 群里有没有 这个群 狗都不 谁去 谁还去 谁干 谁还干 请不起 气人 坑人 太少 太低 太便宜 才给 只给 就给 还不如 不如 累死 累得 累成 腰都 腰酸 哈哈 呵呵 嘿嘿 怪不得 难怪 听说 据说 你们那 我们那边 以前 想当年 当年 去年 前年 上个月 上次 昨天干 昨天做 昨天那个 前天干 那个老板 哪有那么 真是的 我靠 卧槽 唉 羡慕 真好赚 好赚 赚翻 不去 打死不 打死也 谁愿意 怎么可能 开玩笑 凑什么 凑热闹 他们 人家要 人家都 有人去过 干过的说 靠谱吗 是真的吗 真的假的 多少年 涨价了 涨工资 涨了 跌了 怎么这么 这么高 这么低 这么贵 这么少 工价都 现在小工 现在大工 现在工 做了一天 干了一天 干了三天 干了两天 工资都 刚干完 刚收工 赚了 挣了 花了 欠我 没给 还没给 隔壁 新闻 视频 下雨天 天气预报 气温 注意安全 大家小心 路滑 塞车 堵车 不如在家 还是算了 算了吧 不划算 划不来 合算 说得轻松 吹牛 都开 真不值 不值 太累',
  ],
  [
    'spam',
    '在家就能做 在家能做 在家可做 打字 刷单 看片 高薪保录 保录 日入过千 日入 日赚 网赚 点赞赚钱 点赞员 打字员 打字兼职 躺赚 轻松月入 轻松日 轻松赚 月入过万 稳赚 博彩 套现 跑分 淘宝兼职 抖音点赞 代收款 出租银行卡 裸聊 招嫖 在家赚钱 手机赚钱 动动手指 足不出户 一部手机 宝妈兼职 时间自由日 无抵押 秒批 彩票 棋牌 投资回报 高回报 刷信誉 刷好评 加v 加薇 加威 加扣 vx了解 复制链接 点击链接 扫码进群 进群领 领红包 免费领 私聊领 包过 代考 代办证 办假证',
  ],
  [
    'cancelled',
    '取消 的活取消 活取消 活不干了 取消了 先取消 不用来了 不用过来 大家不用来 不用来 不要来了 不要过来 别来了 别过来 今天不做 明天不做 停工一天 停工 改期 活推迟 活改 改到 推迟到 延期 延后 工地停 不开工了 明天休息 不开工',
  ],
  [
    'price',
    '一天多少钱 一天多少 一个月多少 多少钱一天 多少一天 一般多少 大概多少钱 要多少钱 什么价 啥价 几多钱一 什么价格 啥价格 行情 市场价 多少钱一平 多少钱一个 多少钱一吨 多少钱一 怎么收费 收费标准 工价多少 工资多少 贵不贵 贵吗 请问打',
  ],
]

const TRIE = createTrie(WORDS.flatMap(([against, texts]) => texts.split(' ').map((text) => [text, against] as const)))

export interface PostSense {
  readonly points: number
  /** People are counted and a trade or a wish for them stands by. */
  readonly asks: boolean
  readonly against: ReadonlySet<Against>
}

function againstOf(text: string): Set<Against> {
  const found = new Set<Against>(text.startsWith('专业') ? ['advert'] : [])
  let at = 0
  while (at < text.length) {
    const hit = longestAt(TRIE, text, at)
    if (hit !== undefined) found.add(hit.word)
    at = hit?.end ?? at + 1
  }
  return found
}

/** 我去, 我们在: the speaker tells of what he does himself. */
const OF_ME = wordSet('我去 我在 我们在 我们去 我想 我会 我能 我也 我今 我明 我昨 我爸 我妈 我老公 我老婆'.split(' '))

const LIMITS_AFTER = signs('以之左内到-~至上下')
const LIMITS_BEFORE = signs('-~到至—')
const OF_ONESELF = wordSet(['男', '女', '今年', '本人', '我'])

/** 搬运工 男 38岁: a worker tells his own age; an age with 以下 or 到 limits those who are sought. */
function tellsOwnAge(text: string): boolean {
  for (let at = text.indexOf('岁'); at > 1; at = text.indexOf('岁', at + 1)) {
    const age = Number(text.slice(at - 2, at))
    const limits = isAt(LIMITS_AFTER, text, at + 1) || isAt(LIMITS_BEFORE, text, at - 3)
    if (age >= 16 && age <= 68 && !limits && holds(OF_ONESELF, text.slice(Math.max(0, at - 6), at - 2))) return true
  }
  return false
}

const ASKS = wordSet([
  '谁会',
  '谁能',
  '谁来',
  '谁有空',
  '谁家有人',
  '有空的来',
  '有人来',
  '有没有人',
  '有冇人',
  '有人会',
  '谁有时间',
  '有空帮',
  '帮我',
  '会的来',
  '懂的来',
  '能来的',
  '想做的',
  '想来的',
  '愿意来',
  '愿意做',
  '有意者',
  '有兴趣',
  '联系我',
  '报名',
  '速来',
  '有人做',
  '有人干',
  '哪个来',
  '谁做',
  '敢干的',
  '要的来',
  '有师傅',
  '师傅在吗',
  '有人愿',
  '师傅上门',
  '哪位师傅',
  '谁接',
  '有空冇',
  '快来',
])

const STRONG = signs('招聘急雇募缺差')
const WISHES = '要 找 请 需 来 求 叫 用工 寻 有冇 有没有 征'.split(' ')

/** How much a word of wanting makes a post of what follows; 来 alone says little, 大概 nothing. */
function wishOf(text: string): number {
  if (hasSign(STRONG, text)) return 1.5
  if (text === '来') return 0.5
  return WISHES.some((wish) => text.startsWith(wish)) ? 1 : 0
}

/** By the number of a word; 要个 and its like want one at once. */
const WANTS = new Float32Array(POST_WORDS_BY_TEXT.size + 1)
for (const [text, word] of POST_WORDS_BY_TEXT) {
  if (word.tags.has('one-wanted')) WANTS[word.number] = 1.5
  else if (word.tags.has('want')) WANTS[word.number] = wishOf(text)
}

function wants(text: string, reading: JobReading): number {
  let points = 0
  for (const token of reading.tokens) points = Math.max(points, WANTS[token.number] ?? 0)
  return points > 0 || !holds(ASKS, text) ? points : 1
}

/** What the jobs of a line say, in points. */
interface Points {
  people: number
  pay: number
  trade: number
  time: number
  place: number
  rest: number
  isSeveral: boolean
  hasCerts: boolean
}

const POINTS = { people: 2, pay: 2, time: 1, place: 0.75, rest: 0.75 } as const

/** The weight of a trade in points: an exact task or craft, then a place or a kind of worker, then a lone verb. */
const tradePoints = (weight: number): number => (weight >= 3 ? 2 : weight >= 1.5 ? 1.5 : weight >= 1 ? 1 : 0)

const finds = (job: JobReading, kind: FindingKind): boolean => job.findings.some((one) => one.kind === kind)

function addJob(points: Points, job: JobReading): void {
  const { headcount, pay, start, end, certs, perks, phone, insurance } = job.draft
  if (headcount !== null || finds(job, 'ambiguous-headcount')) points.people = POINTS.people
  if (pay !== null || finds(job, 'ambiguous-pay')) points.pay = POINTS.pay
  if (start !== null || end !== null || finds(job, 'past-time')) points.time = POINTS.time
  if (job.namesPlace) points.place = POINTS.place
  if (certs.length + perks.length > 0 || phone !== null || insurance !== null) points.rest = POINTS.rest
  for (const hit of job.trades) points.trade = Math.max(points.trade, tradePoints(hit.weight))
  if ((headcount ?? 0) >= 2) points.isSeveral = true
  if (certs.length > 0) points.hasCerts = true
}

/** Whether so much is said that the rest counts: somebody is wanted for something, or paid for it. */
function isCore(text: string, { people, pay, trade, time, place, isSeveral }: Points, want: number): boolean {
  if (people > 0 && pay > 0) return true
  if (trade + want > 0 && (people > 0 ? trade > 0 || isSeveral : pay > 0 || (trade >= 1.5 && want >= 1))) return true
  return trade >= 2 && time > 0 && (place > 0 || want > 0) && !holds(OF_ME, text)
}

const FLOORS = ['以上', '以上的', '往上']

/** A worker speaks: he names the least he works for, or how old he is. */
const isSeeker = (text: string, { people, hasCerts }: Points, want: number): boolean =>
  people === 0 && ((!hasCerts && FLOORS.some((word) => text.endsWith(word))) || (want === 0 && tellsOwnAge(text)))

export function sense(text: string, jobs: readonly JobReading[]): PostSense {
  const first = jobs[0]
  if (first === undefined) return { points: 0, asks: false, against: new Set() }
  const said: Points = { people: 0, pay: 0, trade: 0, time: 0, place: 0, rest: 0, isSeveral: false, hasCerts: false }
  for (const job of jobs) addJob(said, job)
  const want = wants(text, first)
  const { people, pay, trade, time, place, rest } = said
  const against = againstOf(text)
  if (isSeeker(text, said, want)) against.add('seeker')
  return {
    points: isCore(text, said, want) ? people + pay + trade + want + time + place + rest : 0,
    asks: people > 0 && trade + want > 0,
    against,
  }
}

/** What the line is when it is no post, or undefined when it is one. */
export function notPost(found: PostSense): Intent | undefined {
  const { against, points, asks } = found
  if (against.has('spam')) return 'spam'
  if (against.has('goods') && !(asks && points >= 6)) return 'none'
  if (against.has('cancelled') && points < 8) return 'cancel_job'
  if (against.has('closing') && points < 7) return 'none'
  if (against.has('seeker') && !(asks && points >= 6)) return 'seek_job'
  if (against.has('advert') && !(asks && points >= 4.5)) return 'none'
  if (against.has('talk') && !(asks ? points >= 5 : points >= 6.5)) return 'none'
  return against.has('price') && !asks ? 'none' : undefined
}

export const POST_POINTS = 3
export const SURE_POST_POINTS = 5
