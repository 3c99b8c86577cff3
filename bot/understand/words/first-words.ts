const list = (words: string): readonly string[] => words.split(' ')

/** Words that begin like a trade and are none. */
const NO_TRADES =
  '不抽水 抽不上水 洗碗池 洗碗槽 洗菜盆 没电梯 无电梯 有电梯 没电话 没电瓶 水电费 电费 水费 木工板 快递费 没电视 通电话 打零食 拆迁工地 拆迁村 拆迁地块 拆迁那块 拆迁那边 拆迁区 拆迁户 植树节 教师节 儿童节 饭堂自费 食堂自费 有食堂 吃食堂 食堂吃 食堂有饭 食堂免费 饭堂吃 食堂就餐 食堂打饭 厂里食堂 单位食堂吃'

/** The work that the county's own table of words counts under another trade. */
const OTHERWISE: readonly (readonly [trade: string, words: string])[] = [
  ['普工', '发传单 派传单 发单页'],
  ['农活', '砍毛竹 砍竹 砍竹子 伐毛竹'],
  ['装卸', '毛竹要装 竹子要装 木头要装 砖要装 沙要装 货要装 肥料要装 货要卸 砖要卸 料要卸 肥料要卸'],
  ['防水', '彩钢瓦漏水 铁皮瓦漏水 瓦漏水 厂房漏水'],
  ['泥瓦', '浇楼板 浇二楼 浇三楼 浇楼面 浇顶 倒楼板 打楼面'],
  ['农活', '烤烟采收 编杆 编烟'],
  ['其他', '救生员 泳池救生员'],
  ['服务员', '麻辣烫店 小吃店 面馆 快餐店 饭馆 餐馆 大排档 排档'],
  ['司机', '接送工人 接送采茶工 接送民工 接送员工'],
  ['服务员', '端擂茶 端茶水 收杯子 收盘子'],
  ['泥瓦', '补水泥路 补路面 贴外墙砖'],
  ['绿化', '公园浇水 公园除草 公园拔草 公园剪草 公园修剪'],
]

/** A carriage tells no more than that it is there: 面包车我有 seeks nobody to drive it, and 包车 is no word of it. */
const CARRIAGES = '面包车'
const AS_A_PLACE = 1.5

/** What goes before the county's own words. */
export function* firstWords(): Generator<readonly [words: string, trade: string, weight: number]> {
  for (const words of list(NO_TRADES)) yield [words, '', 0]
  for (const [trade, words] of OTHERWISE) for (const word of list(words)) yield [word, trade, 3]
  for (const words of list(CARRIAGES)) yield [words, '司机', AS_A_PLACE]
}
