import { describe, expect, it } from '@jest/globals'
import { JIANGLE } from '@linggong/seeds/reference/places.ts'
import { TRADES } from '@linggong/seeds/reference/trades.ts'
import { createUnderstand } from '../understand.ts'
import type { JobDraft } from '../understanding.ts'

const understand = createUnderstand({ trades: TRADES, townships: JIANGLE.townships, landmarks: JIANGLE.landmarks })
const NOW = Temporal.ZonedDateTime.from('2026-11-23T07:30[Asia/Shanghai]')

function draftOf(text: string): JobDraft {
  const { jobs } = understand({ text, channel: 'private', role: 'any', now: NOW, context: [] })
  const [first] = jobs
  if (first === undefined) throw new Error(`no post: ${text}`)
  return first
}

describe('meals, beds, fares and cigarettes', () => {
  it.each([
    ['明天插秧 3人 200 三顿吃我家 大源', ['包吃']],
    ['办酒席洗菜 4人 150 三餐都在这吃', ['包吃']],
    ['摘橙子 5人 150加一顿中饭 古镛', ['包午餐']],
    ['装配工两名 5000一个月 厂里吃住', ['包吃', '包住']],
    ['养猪场招2人 5200一个月 住场吃场', ['包吃', '包住']],
    ['搭架子3人 360 包住报销来回路费', ['包住', '报车费']],
    ['五金厂招3人 17一小时 报来回车票', ['报车费']],
    ['拆旧瓦 4人 280 包中午饭和烟', ['包午餐', '发烟']],
    ['抬柜子 四人 每人300 一条烟', ['发烟']],
    ['割草八个 一天120 早上管粥 白莲', ['包早餐']],
    ['割稻8人 200一天 烟一人一包', ['发烟']],
    ['收烟4人 200 和烟叶打交道的 万安', []],
    ['采茶30名 150一天 大巴接送 中餐 体育馆5点半发车', ['包接送', '包午餐']],
    ['早餐店招工 早餐 2人 一天130 水南', []],
    ['割稻 一天200两餐 高唐', ['包两餐']],
    ['拔萝卜 70半天 吃了中饭再走 铜岭', ['包午餐']],
    ['看鱼塘 一个月2600 有房子给你睡', ['包住']],
    ['开中巴接送采茶工 一天250 三个人', []],
    ['送货 240一天油费另补 两个人', ['油补']],
    ['插秧 3人 180 中饭送田头 白莲', ['包午餐']],
    ['给烟打药 2人 220', []],
    ['送水 2块一桶 包早饭 油补没有', ['包早餐']],
    ['砍毛竹 3人 220 中饭我老婆烧', ['包午餐']],
    ['请个阿姨煮两顿饭打扫 2600 溪南', []],
    ['招切块工 2900一个月 可接送娃 梅花井', []],
  ])('%s', (text, perks) => expect(draftOf(text).perks).toEqual(perks))
})

describe('what is counted beside people', () => {
  it.each([
    ['衣橱三个要装 一天300 雅居乐', null],
    ['4个亭子拆除 800全部 明天下午', null],
    ['四个大箱子的衣柜要装 300包搞定', null],
    ['做木托盘 一个2块6 熟手日做120个', null],
    ['招前台 白班3000 月休4 悦来酒店', null],
    ['木材装车 一方20 人4 明天下午一点', 4],
    ['搬砖 每人300 人手3', 3],
    ['年夜饭传菜 三个小年轻 400 醉乡楼', 3],
    ['老手艺砌石墙 300一工 做二十工 泽坊', null],
    ['招人布置气球 六一活动 55一小时', null],
    ['护工 照顾6个老人 3800', null],
    ['擦站牌 48个站台 一个12块', null],
    ['搬桌椅 十一个人 每人100', 11],
    ['厂里赶工 临时加3个人 170', 3],
    ['抬预制板 原来8个走了2个 补2个 260', 2],
    ['值班 一月四千二 一名 上一天歇一天', 1],
    ['移空调一台150 来1个师傅', 1],
    ['敲墙 300一天 一个人干两天的量', 1],
    ['超市要60个小时工 一小时18', 60],
    ['电视挂墙 一个55寸一个65寸 一台90', null],
    ['给我家两个老人煮饭 一个月2800', null],
    ['招炒菜师傅 夫妻小店 5200包吃住', null],
    ['扎钢筋的还有两个位子 360', 2],
    ['拌灰 要三各人 明天 200', 3],
    ['防水 一天320 有高温费 两个师傅 光明', 2],
    ['订婚20个人吃 请两个厨师 400', 2],
    ['搬沙发4个人吃住全包 300', 4],
  ])('%s', (text, headcount) => expect(draftOf(text).headcount).toBe(headcount))
})

describe('what a sum is for', () => {
  it.each([
    ['水电全改 按点位25一个点 180个点 三华', 'piece'],
    ['小时工 15块一个点 干到五点 水南', 'hour'],
    ['换大梁补瓦 连工带料4000 朱口', 'job'],
    ['养鸡场 夫妻工一对 6000包吃包住 长期 铜岭', 'month'],
    ['找住家保姆 带小孩做饭 4500 休四天', 'month'],
    ['拆老屋 2000全部 三天干完 铜岭', 'job'],
    ['电梯井清垃圾 全清700 两人 湖景园', 'job'],
    ['柚子套袋 一个8分钱 一天能套两千个', 'piece'],
    ['厨房贴砖 一共两千块包 18900004433', 'job'],
    ['卸饲料 2块包 4个人', 'piece'],
    ['装衣柜 9个柜子 一个柜子130 要2名', 'piece'],
    ['砖挑到12楼 一块三毛 来5个', 'piece'],
    ['看厂子 3月1到3月8 8天1600', 'job'],
    ['摘蓝莓小时工 15.5元 20名', 'hour'],
    ['水电改造 3600包死 两人', 'job'],
    ['仓库大扫除 12个人 周五之前弄好 130', 'day'],
    ['备菜端盘全包 6个嫂子 180', 'day'],
    ['刮腻子 330 厂房1500平 4个', 'day'],
    ['盘点员 两天共200 万星广场', 'job'],
    ['擦玻璃为主 150平 打包400', 'job'],
    ['敬老院招护理 女 40到55 3200', 'month'],
  ])('%s', (text, unit) => expect(draftOf(text).pay?.unit).toBe(unit))
})

describe('which sum is the pay', () => {
  it.each([
    ['商场导购 底薪2600提成3个点', 2600],
    ['搬冰箱 一台楼层费10块 底薪150一天', 150],
    ['找人陪诊 后天 300车票我出', 300],
    ['卖菜的车要个司机 一天180油补30', 180],
    ['做暗线的来两个 四张一天', 400],
    ['装射灯 50盏 6块一盏 后天', 6],
  ])('%s', (text, yuan) => expect(draftOf(text).pay?.amountFen).toBe(yuan * 100))
})

describe('what is no place', () => {
  it.each([
    ['装修垃圾 从6楼搬到对面一楼 200 明天', null],
    ['跟车搬家电 2500起 包午饭 13500006612小罗', null],
    ['楼道保洁 3栋 每天2小时 20一小时', null],
    ['移空调 一共550 明天或者后天都行', null],
    ['看停车场一个 100一班 人老实就行', null],
    ['锯枝三位 280 交警会封路 25号早上五点 迎宾大道', '迎宾大道'],
  ])('%s', (text, place) => expect(draftOf(text).place).toBe(place))
})

describe('what is no day of the work', () => {
  it.each([
    ['水果店收银 3000 单休 工资月底发 府前路', null],
    ['搬土上楼 一袋5元 90袋 三号单元 泉水湾', null],
    ['刷防火涂料 12块一平 12月底交 生态新城', null],
    ['铁艺焊接 师傅一个 工期2日 420 北山', null],
    ['缺保洁 600一个月 六点半来开门 西城广场', null],
    ['送快递 一件一块 每天早上7点开工 要两个', null],
    ['搬货 3人 200 15号结婚用 古镛', '2026-12-15'],
    ['搬货 3人 200 3号早上7点 古镛', '2026-12-03T07:00:00+08:00'],
  ])('%s', (text, start) => expect(draftOf(text).start).toBe(start))
})

describe('several jobs whose pay stands behind them', () => {
  it.each([
    [
      '打水泥路面 5个大工10个小工 大工260小工190 后天起 万全',
      [
        ['泥瓦', 5, 26_000],
        ['普工', 10, 19_000],
      ],
    ],
    [
      '修蓄水池 要两个扎钢筋的 五个挑沙的 钢筋280 挑沙190 西湖村',
      [
        ['钢筋', 2, 28_000],
        ['搬运', 5, 19_000],
      ],
    ],
    [
      '要3个小工2个电工 小工200 电工350 明天',
      [
        ['普工', 3, 20_000],
        ['水电', 2, 35_000],
      ],
    ],
    [
      '工地急用:电工1(400) 小工5(230) 都管饭 周一进场',
      [
        ['水电', 1, 40_000],
        ['普工', 5, 23_000],
      ],
    ],
  ])('%s', (text, expected) => {
    const { jobs } = understand({ text, channel: 'private', role: 'any', now: NOW, context: [] })
    expect(jobs.map(({ trade, headcount, pay }) => [trade, headcount, pay?.amountFen])).toEqual(expected)
  })
})

describe('what is done to a thing that is named first', () => {
  it.each([
    ['洗手池敲掉 300包 水南', '拆除'],
    ['灶台砸掉运走 一天280', '拆除'],
    ['洗手池堵了 100包通', '疏通'],
  ])('%s', (text, trade) => expect(draftOf(text).trade).toBe(trade))
})
