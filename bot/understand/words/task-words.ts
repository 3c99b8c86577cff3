import { SINGLE, WORKPLACES } from './single-tasks.ts'
import { APPLIANCES, CARRIED, CROPS, DRAINS, ELDERS, FRUITS, FURNITURE, GOODS, HEAVY, PICKED, ROOMS, VEHICLES } from './task-objects.ts'
import { WORKERS } from './worker-words.ts'

/** Verbs and what they are done to: together they name a task of a trade, 采 + 菌菇, 卸 + 化肥. Earlier rows win over later ones. */
type Tasks = readonly [trade: string, verbs: string, objects: string]

const TASKS: readonly Tasks[] = [
  ['采摘', '摘 采 剪 下 收 采收 捡 打 掰 采摘', FRUITS],
  ['采摘', '摘 采 剪 采收 采摘', PICKED],
  ['采摘', '挖 掰 采 拔 砍', '笋 春笋 冬笋 毛笋 苦笋 竹笋 鞭笋'],
  ['疏果', '疏 套 疏理', '桃 桃子 梨 葡萄 李子 枇杷 柚子 脐橙 橙子 果子 花果 果袋 纸袋 幼果'],
  ['疏通', '通 疏 掏 清 清理 疏通 抽 清掏 清洗', DRAINS],
  ['农活', '种 栽 移栽 播 割 收 拔 挖 锄 翻 育 点 补 起 撒播', CROPS],
  ['农活', '撒 下 施 喷 打 埋', '肥 化肥 复合肥 有机肥 农家肥 石灰 除草剂 农药 药 叶面肥 草药水'],
  ['农活', '翻 犁 耙 整 锄 旋 平 挖 耕 放', '田 地 土 菜地 菜园 烟田 水田 旱地 茶园 田埂 梯田'],
  [
    '农活',
    '喂 放 赶 养 捡 清 铲 抓 捞 冲',
    '肉鸡 肉鸭 土鸡 土鸭 小鸡 母鸡 老鸡 蛋鸡 鸡鸭 小猪 母猪 肥猪 仔猪 肉牛 山羊 草鱼 鲤鱼 泥鳅 黄鳝 虾 螃蟹 石蛙 牛蛙 甲鱼 鸽子 鹌鹑 鱼 猪 鸡 鸭 鹅 牛 羊 兔 蜂 鱼苗 鸡蛋 蛋 猪粪 鸡粪 牛粪 猪栏 鸡舍 牛栏 猪舍',
  ],
  ['农活', '锯 劈 砍 打 担 破', '柴 柴火 木柴'],
  [
    '绿化',
    '种 栽 移 移栽 挖 修 剪 砍 锯 伐 浇 扶 修剪 砍伐',
    '树 大树 树苗 桂花 桂花树 樟树 杉木 杉树 松树 枯树 苗木 灌木 绿篱 草坪 草皮 花草 花木 树枝 盆景 行道树 竹 毛竹 竹子 杂木 杂树 杂草 花圃',
  ],
  ['绿化', '割 除 打 铲 清 劈 清除', '杂草 路边草 草坪 灌木 荒草 护坡草 山草'],
  ['搬运', '搬 扛 抬 背 担 驮 掮 搬运 挪 上楼 下楼 下山 进仓 进屋', `${GOODS} ${FURNITURE} ${APPLIANCES} ${HEAVY}`],
  ['搬运', '挑', CARRIED],
  ['装卸', '卸 装卸', `${GOODS} ${FURNITURE} ${APPLIANCES} ${HEAVY}`],
  [
    '装卸',
    '装 上',
    '沙 沙子 石子 石头 红砖 木料 木方 原木 货物 稻谷 谷子 复合肥 有机肥 树苗 毛竹片 煤 柴 矿泉水 饮料 啤酒 蔬菜 菜 西瓜 建材 活猪 生猪 猪 鸡苗 土 物资 快递 废铁 废料',
  ],
  [
    '装卸',
    '装',
    '水泥管 水泥砖 砖头 碎石 石粉 河沙 肥料 化肥 饲料 粮食 大米 羊粪 鸡粪 菌包 茶青 毛笋 冬笋 香菇 药材 红薯 地瓜 白菜 萝卜 玉米 甘蔗 鱼 活鱼 鸡 鸭 活鸡 活鸭 牛 羊 猪苗 鸭苗 稻草 草料 谷壳 木屑 木片 竹片 木炭 煤炭 树 大树 草皮 花卉 旧货 废品 废纸 建渣 渣土 装修垃圾 建筑垃圾 垃圾 板材 木板 石材 钢管 模板 瓷砖 桶装水 酒 白酒 冻品 纸箱 瓜 南瓜 柚子 脐橙 橘子 桔子',
  ],
  [
    '泥瓦',
    '砌 垒',
    '墙 围墙 院墙 护坡 挡土墙 隔墙 砖 红砖 水泥砖 空心砖 加气块 轻质砖 花池 台阶 化粪池 灶 灶台 猪栏 水池 鱼池 鱼塘 井 烟囱 坟 墓 石坎 田坎 石头墙 卫生间',
  ],
  [
    '泥瓦',
    '贴 铺 补',
    '瓷砖 墙砖 地砖 地面砖 踢脚线 马赛克 外墙砖 文化石 大理石 石板 透水砖 彩砖 广场砖 水泥砖 路面 路沿石 石材 鹅卵石 砖',
  ],
  ['泥瓦', '修 翻 盖 补 换 捡 检', '瓦 屋瓦 琉璃瓦 瓦片 屋顶 围墙 土墙 院墙 台阶 坟 墓 灶 灶台 老房子 祠堂 牛栏 屋面'],
  ['泥瓦', '浇 打 倒 捣 浇筑 铺', '水泥 混凝土 砼 楼板 楼面 水泥地 水泥路 圈梁 立柱 地基 地坪 基础'],
  ['泥瓦', '抹 粉', '墙 墙面 水泥 灰 外墙 内墙 石灰 墙壁'],
  ['木工', '装 立 支 钉 安', '模 模板 铝模 模子'],
  [
    '木工',
    '打 做 修 钉 定做',
    `柜 柜子 衣柜 橱柜 书柜 木床 床 桌子 板凳 凳子 楼梯 木楼梯 吊顶 隔断 木架 托盘 木箱 窗框 阁楼 护墙板 栅栏 桌椅 柜门 木屋 凉亭 门框 棺材`,
  ],
  [
    '电焊',
    '焊 焊接 烧',
    '护栏 栏杆 扶手 围栏 大门 铁门 防盗窗 防盗网 铁架 架子 钢架 钢结构 钢构 雨棚 车棚 棚子 棚 管 管子 管道 水管 槽钢 角铁 楼梯 水箱 货架 支架 桥架 铁皮 猪栏 笼子 拖车 车斗 不锈钢 不锈钢门 钢板 铁窗 花架 广告架',
  ],
  [
    '水电',
    '装 换 修 接 改 查 安装 维修 更换 布 走 铺',
    '水管 水管子 自来水管 水龙头 龙头 水表 电表 电线 线路 插座 开关 灯 灯泡 灯管 灯具 吊灯 路灯 马桶 洗手盆 洗脸盆 花洒 水槽 总闸 空开 漏保 电箱 配电箱 电路 电闸 管线 水泵 抽水泵 下水管 水塔 太阳能路灯 水电 电 电线路 暗线 井水泵 水阀 阀门',
  ],
  ['家电安装', '装 修 移 拆 洗 清洗 挂 换 安装 拆装 维修 检修', APPLIANCES],
  ['家具安装', '装 安装 组装 拼装 拼 拆装', FURNITURE],
  [
    '油漆',
    '刷 喷 刮 批 补 涂 打磨 翻新 粉刷',
    '墙 墙面 外墙 内墙 墙漆 乳胶漆 漆 油漆 涂料 腻子 大白 白 仿瓷 白灰 石灰 栏杆 护栏 铁门 大门 门 家具 地坪漆 环氧 木器漆 钢结构 钢架 铁架 屋架 天花板 楼道 围墙 防火漆 防锈漆 桐油 清漆 房子 房间 柜子 木门 车位线 标线',
  ],
  ['防水', '做 刷 涂 铺 补 修 堵 治', '防水 漏 漏水 渗漏 裂缝 防水层 防水涂料 屋顶防水'],
  ['防水', '房顶 屋顶 楼顶 天台 阳台 外墙 卫生间 厕所 地下室 窗台 屋面 天沟 露台', '漏水 漏雨 渗水 漏了 补漏 防水 漏'],
  [
    '疏通',
    '马桶 下水道 厕所 厨房下水 管道 水槽 地漏 洗菜池 菜池 水池 下水 洗手池 水沟 阴沟 蹲坑',
    '堵 堵了 堵塞 不通 返水 反水 堵住了 又堵',
  ],
  [
    '拆除',
    '拆 砸 敲 凿 铲 铲除 铲掉 拆掉 敲掉 砸掉 拆除',
    `墙 老墙 隔墙 旧墙 墙体 围墙 瓷砖 地砖 墙砖 吊顶 楼梯 灶台 猪圈 猪栏 牛棚 鸡舍 老房子 旧房 旧房子 危房 土房 土墙 木屋 厂房 大棚 铁皮棚 彩钢棚 彩钢瓦 雨棚 广告牌 招牌 门窗 窗户 旧门 旧窗 橱柜 旧柜子 地板 墙皮 卫生间 厨房 阳台 烤房 烟囱 围挡 舞台 展台 锅炉 旧机器 旧设备 管道 水塔 模 棚子 旧装修 旧家具 台阶 水泥地`,
  ],
  ['保洁', '打扫 清洁 清洗 清理 擦 擦洗 洗 拖 扫 收拾 冲洗 整理', ROOMS],
  ['厨工', '洗 切 炒 煮 烧 蒸 配 择 摘洗', '碗 碗筷 盘子 盘 餐具 菜 杯子 锅 饭 饭菜 大锅饭 大锅菜 面 米粉 肉'],
  [
    '普工',
    '拣 挑 挑拣 捡 分 分拣 剥 削 切 选 晒 筛 称 剪',
    '菇 香菇 蘑菇 菇脚 木耳 竹荪 笋 笋干 茶 茶叶 茶梗 莲子 花生 豆 豆子 黄豆 红枣 枣 核桃 板栗 竹筷 筷子 竹签 竹片 药材 虾 蒜 菜 果 鞭炮 螺丝 零件 配件 衣服 线头 快递',
  ],
  ['厨工', '切 腌 剁 卤 炸', '肉 鸡 鸭 鱼 豆腐 配料'],
  ['厨工', '包', '包子 馒头 饺子 粽子 扁食 米粿'],
  [
    '厨工',
    '做 办 煮',
    '饭 饭菜 菜 早点 早餐 酒席 宴席 包子 馒头 饺子 粽子 扁食 米粉 豆腐 年糕 米粿 糍粑 擂茶 快餐 盒饭 三餐 午饭 中饭 晚饭 团餐 面包',
  ],
  ['服务员', '端 传 上 递', '菜 盘子 盘 酒水 茶水 碗'],
  ['钢筋', '绑 扎 弯 切 下 捆 绑扎 做', '钢筋 板筋 梁筋 柱筋 箍筋 钢筋料 铁筋 地梁'],
  ['月嫂', '照顾 伺候 服侍 带 护理', '月子 产妇 新生儿 婴儿 宝宝 双胞胎 月婆 坐月子 月子婆'],
  ['护工', '照顾 照看 看护 陪护 服侍 伺候 护理 照料 陪 看 扶', ELDERS],
  ['保姆', '照顾 照看 带 看 接送 接 照料 陪', '孩子 小孩 小孩子 娃 娃娃 小朋友 孙子 孙女 小宝 二宝 双胞胎 小学生 学生放学 儿子 女儿'],
  [
    '保安',
    '看 守 巡 值守 看守 看管 巡逻',
    '大门 工地 仓库 场子 停车场 鱼塘 果园 西瓜地 瓜地 山林 厂 厂房 校门 材料 设备 大棚 景区 展台 机房 夜 茶山 摊子 桩机 料场 活动现场 车棚',
  ],
  ['司机', '开 跑', VEHICLES],
  [
    '司机',
    '拉 运 送',
    `${GOODS} 沙石 石粉 家具 客人 游客 工人 学生 外卖 餐 包裹 件 牛奶 煤气 煤气罐 报纸 鲜花 蛋糕 桶装水 渣土 建筑垃圾 水 人去`,
  ],
  ['司机', '接', '客人 亲 机 站 送客人 游客 新娘'],
]

/** Nouns that hint at a trade when nothing else in the line names one: 我家橘子要下了. */
const HINTS: readonly (readonly [trade: string, words: string])[] = [
  ['采摘', '橙子 脐橙 橘子 桔子 杨梅 茶青 葡萄 蓝莓 草莓 枇杷 柚子 板栗 油茶 笋'],
  ['护工', '瘫痪 偏瘫 卧床 中风 住院'],
  ['水电', '漏水'],
  ['普工', '厂里招 厂里要 厂里缺 厂招 招工人 食品厂 塑料厂 家具厂 木板厂 水泥厂 纸箱厂 茶叶厂 笋厂 电池厂 玩具厂 竹木厂 做工'],
  ['农活', '稻子 谷子 花生 红薯 地瓜 烟田 菜地 水稻 玉米'],
]

const list = (words: string): readonly string[] => words.split(' ')

/** Weight of a noun that only hints at the work. */
export const HINT_WEIGHT = 0.5

/** That of a place or a thing of work. */
const WORKPLACE_WEIGHT = 1.5

/** What work is done to; the words by themselves name neither a trade nor a place. */
export const taskObjects = (): ReadonlySet<string> =>
  new Set(
    [FRUITS, PICKED, CROPS, GOODS, FURNITURE, APPLIANCES, HEAVY, ROOMS, DRAINS, VEHICLES, ELDERS, ...TASKS.map((row) => row[2])].flatMap(
      list,
    ),
  )

/** Verbs that mean the same wherever they stand; 下, 打 or 收 are parts of too many other words. */
const CLEAR_VERBS: ReadonlySet<string> = new Set(
  '装 安装 组装 拼装 拆装 修 维修 检修 换 更换 通 疏通 洗 清洗 清理 清掏 打扫 清洁 擦 擦洗 收拾 拆 砸 敲 凿 贴 铺 砌 刷 粉刷 刮 喷 搬 搬运 抬 扛 卸 装卸 割 摘 采 采收 采摘 挖 剪 修剪 砍 锯 焊 焊接 移 移栽 挂 抹 背 上楼 下楼 下山 进仓 进屋 挑拣 浇筑 翻 照顾 照看 伺候 服侍 护理 看护 陪护 照料 看守 值守 掏 疏 疏理 套 绑扎 扎 挑拣 分拣 剥 劈'.split(
    ' ',
  ),
)

/** Each verb of a task with its objects and the trade they make. */
export function taskVerbs(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const verbs = new Map<string, Map<string, string>>()
  for (const [trade, verbList, objects] of TASKS) {
    for (const verb of list(verbList).filter((word) => CLEAR_VERBS.has(word))) {
      const known = verbs.get(verb) ?? new Map<string, string>()
      for (const object of list(objects)) if (!known.has(object)) known.set(object, trade)
      verbs.set(verb, known)
    }
  }
  return verbs
}

/** Every task as words with its trade; a hint has little weight. */
export function* taskWords(): Generator<readonly [words: string, trade: string, weight: number]> {
  for (const [trade, words] of WORKERS) for (const word of list(words)) yield [word, trade, 3.5]
  for (const [trade, words] of SINGLE) for (const word of list(words)) yield [word, trade, 3]
  for (const [trade, verbs, objects] of TASKS)
    for (const verb of list(verbs)) for (const object of list(objects)) yield [verb + object, trade, 3]
  for (const [trade, words] of WORKPLACES) for (const word of list(words)) yield [word, trade, WORKPLACE_WEIGHT]
  for (const [trade, words] of HINTS) for (const word of list(words)) yield [word, trade, HINT_WEIGHT]
}
