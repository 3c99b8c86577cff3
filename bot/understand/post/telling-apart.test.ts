import { describe, expect, it } from '@jest/globals'
import { draftOf, say } from '../testing/jiangle.ts'

describe('a carriage that is there', () => {
  it.each([
    ['帮忙搬家 两个人 面包车有了 200一人 水南', '搬运'],
    ['搬运2人 面包车我开 180 今晚', '搬运'],
    ['招面包车司机一名 150一天 水南', '司机'],
    ['开面包车送货 一天160 古镛', '司机'],
  ])('%s', (text, trade) => expect(draftOf(text).trade).toBe(trade))
})

describe('who comes to eat is not hired', () => {
  it.each(['女儿出嫁 12月6号中午11点半 醉乡楼 请大家来喝杯喜酒 不收礼', '新屋落成 本周六晚6点 水南祠堂 敬请光临 略备薄酒'])('%s', (text) =>
    expect(say(text).jobs).toEqual([]),
  )
})

describe('what nobody hires for', () => {
  it.each([
    '家电以旧换新 补贴最高2000 三华南路 1号到8号',
    '三明到将乐 70一位 还剩2个座 下午走',
    '12号女儿周岁 老祠堂 11点半开席 都来坐',
    '昨天水南铺路 六个人分了一千二 累趴了',
    '去年摘杨梅一天才120 那时候便宜',
    '我和老婆两个人 会采茶会疏果 150以上都做',
    '自家土鸭蛋 一块八一个 满30个送到家 要的报数',
    '7月2号晚上8点操场放电影 板凳自带',
    '中考两天府前路禁行 早7点到12点 绕道走',
    '15号有没有车去福州 我们3个人 油钱平摊',
    '明天下午两点到六点停电 万安片区 请互相转告',
    '出租 水南路店面 45平 一个月900 要的13800000011',
    '昨天一起摘橘子的那个大姐你的草帽落我车上了',
  ])('%s', (text) => expect(say(text).jobs).toEqual([]))
})

describe('how many of whom, for how much each', () => {
  const jobsOf = (text: string) => {
    const { jobs } = say(text)
    return jobs.map(({ trade, headcount, pay }) => [trade, headcount, (pay?.amountFen ?? 0) / 100])
  }
  it.each([
    [
      '大工5人 小工3人 大工300 小工180',
      [
        ['泥瓦', 5, 300],
        ['普工', 3, 180],
      ],
    ],
    [
      '3个小工2个电工 小工180 电工300',
      [
        ['普工', 3, 180],
        ['水电', 2, 300],
      ],
    ],
    [
      '大工5人小工8人 350和200 明天7点',
      [
        ['泥瓦', 5, 350],
        ['普工', 8, 200],
      ],
    ],
    [
      '泥工2个木工3个电工1个 分别380 360 400',
      [
        ['泥瓦', 2, 380],
        ['木工', 3, 360],
        ['水电', 1, 400],
      ],
    ],
    [
      '大工5人小工8人 都是200',
      [
        ['泥瓦', 5, 200],
        ['普工', 8, 200],
      ],
    ],
    [
      '大工5人小工8人 200到300',
      [
        ['泥瓦', 5, 200],
        ['普工', 8, 200],
      ],
    ],
  ])('%s', (text, jobs) => expect(jobsOf(text)).toEqual(jobs))
})

describe('a post from end to end holds words of other things', () => {
  const intentOf = (text: string) => say(text).intent
  it.each([
    '我妈摔了手 家里橘子没人摘 来三个人帮两天 一天160 大源',
    '摘枇杷要爬高 一天两百 摔了有保险 6点集合 坐我车 水南',
    '东家还欠四个人搬冰柜 二楼 90一个人 下午两点 中医院后门',
  ])('%s', (text) => expect(intentOf(text)).toBe('post_job'))
  it.each(['工地上有人从架子摔下来了 快来两个人', '小工手被机器压了 在水南工地'])('but a cry is a cry: %s', (text) =>
    expect(intentOf(text)).toBe('emergency'),
  )
})

describe('which licence is asked for', () => {
  it.each([
    ['搭外架四个 350 没有架子工证的就不要打电话了', ['架子工证']],
    ['洗菜的缺一个 一天130 没有健康证不要来', ['健康证']],
    ['洗碗两个 130 健康证没有也行', []],
  ])('%s', (text, certs) => expect(draftOf(text).certs).toEqual(certs))
})

describe('which of several trades is meant', () => {
  it.each([
    ['五金店打杂一名 会开三轮 2600一月', '普工'],
    ['采茶工太多 要人煮大锅饭 一天160 光明', '厨工'],
    ['搬运工6名 220一天 纸厂搬家', '搬运'],
    ['招长期普工 月薪5000 饭堂自费', '普工'],
    ['要三个人 两百 管饭 后天 大源', null],
  ])('%s', (text, trade) => expect(draftOf(text).trade).toBe(trade))
})
