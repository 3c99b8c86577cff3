import { createTrie, type Trie } from './trie.ts'

/**
 * Things of a house, what is done to them when they are named first (衣柜到了要装, 书桌谁来装一下), and what is done to them when
 * only their trouble is told (洗衣机不转了). Earlier rows win over later ones.
 */
export interface Thing {
  /** What is done to it, with its trade. */
  readonly verbs: Trie<string>
  /** The trade that mends it when it is broken. */
  readonly mender: string
}

const list = (words: string): readonly string[] => words.split(' ')

const ROWS: readonly (readonly [mender: string, verbs: readonly (readonly [trade: string, verbs: string])[], things: string])[] = [
  [
    '家电安装',
    [['家电安装', '装 修 挂 移 洗 拆 清洗 安装 维修 加氟']],
    '空调 旧空调 空调外机 外机 挂机 柜机 电视 电视机 洗衣机 冰箱 冰柜 热水器 油烟机 抽油烟机 烟机 燃气灶 煤气灶 净水器 电风扇 吊扇 浴霸 监控 摄像头 路由器 消毒柜 洗碗机 太阳能 投影仪 指纹锁 智能锁 门铃 集成灶 壁挂炉 取暖器',
  ],
  [
    '疏通',
    [
      ['疏通', '通 疏通 掏 清 弄通'],
      ['拆除', '拆 敲 砸'],
    ],
    '马桶 厕所 蹲坑 下水道 下水管 下水 地漏 洗菜池 洗碗池 菜池 洗手池 洗手盆 洗菜盆 水池 水槽 阴沟 水沟 排水沟 化粪池 窨井 管道',
  ],
  [
    '水电',
    [['水电', '换 装 修 接 改 拉 查 安装 维修']],
    '水龙头 龙头 花洒 水管 水表 电表 电线 线路 电路 插座 开关 灯 灯泡 灯管 吊灯 吸顶灯 路灯 水泵 抽水泵 水阀 阀门 空开 漏保 总闸 电闸 电箱 水塔',
  ],
  ['防水', [['防水', '补 堵 修 做 处理']], '屋顶 房顶 楼顶 天台 阳台 屋面 露台 天沟 外墙 地下室 窗台'],
  [
    '木工',
    [
      ['家具安装', '装 安装 组装 拼 拼装'],
      ['木工', '修 钉 做 打'],
      ['搬运', '搬 抬 挪'],
    ],
    '衣柜 大衣柜 柜子 橱柜 书柜 鞋柜 酒柜 柜门 床 床板 上下铺 高低床 书桌 办公桌 课桌 桌子 椅子 桌椅 餐桌 茶几 沙发 书架 货架 展架 屏风 晾衣架 门 木门 房门 防盗门 窗户 窗 窗帘 纱窗 楼梯 门框 抽屉 合页 淋浴房 浴室柜',
  ],
  ['护工', [['护工', '照顾 照看 照料 陪 伺候 服侍 看护 护理']], '老人 老人家 老太太 老爷子 老奶奶 老妈 老爸 老母亲 老父亲 病人 老头子'],
  ['保姆', [['保姆', '带 照看 照顾 接送']], '孩子 小孩 娃 孙子 孙女 宝宝'],
  [
    '泥瓦',
    [
      ['泥瓦', '砌 补 修 垒 贴'],
      ['拆除', '拆 敲 砸 铲'],
    ],
    '围墙 院墙 土墙 台阶 瓷砖 地砖 墙砖 灶台 猪圈 猪栏 田埂 屋瓦 瓦片',
  ],
  ['油漆', [['油漆', '刷 刮 补 喷 粉刷']], '墙皮 墙面 内墙 栏杆 护栏 铁门 大门'],
]

/** Signs of trouble behind the name of a thing. */
export const TROUBLES: readonly string[] = list(
  '坏 坏了 不转 不亮 不响 不制冷 不冷 不热 不凉 不加热 不出水 不出 不通 不动 不灵 打不着 打不开 关不上 关不严 拉不开 点不着 开不了 开不起来 没反应 不工作 不启动 掉了 掉下来 掉 脱落 松了 松动 断了 断 散架 散了 裂了 裂 漏 漏水 漏电 漏气 滴水 渗水 渗 烧了 跳闸 堵 堵了 堵死 冲不 下不去 返水 反水 倒了 塌了 塌 生锈 破了 爆了 异响 装不上',
)

export function* things(): Generator<readonly [string, Thing]> {
  for (const [mender, tasks, names] of ROWS) {
    const verbs = createTrie(tasks.flatMap(([trade, words]) => list(words).map((verb) => [verb, trade] as const)))
    for (const name of list(names)) yield [name, { verbs, mender }]
  }
}
