import { taskObjects } from './task-words.ts'
import { createTrie } from './trie.ts'

/** Signs of talk: a clause with one of them is no bare name of a place. */
export const TALK_SIGNS =
  '发的了吗呢吧啊呀哦哈嘛么不没无有要会能可来干做给我你他她们咱好快急多少谁什怎算说吃住包管带钱工活手岁男女限优先期现谢联系电话微群结付薪资日月时点号年天今明昨早晚午随即速请招聘找需缺帮忙勿扰诚者懂熟练责认真勤恳踏实苦耐健证险奖补贴烟饭餐费价元块毛角半双单两几数位名个只件包斤吨平层楼室厅房班倒换休级另再也都很太更最又还就才把被让叫将从于与和跟到至去过上下等看听想爱怕拉运搬装卸扛抬挑刷洗擦扫砌焊拆打挖种割摘采收修炒煮端清理刮贴铺切送接喂养放守扎绑喷锯砍剪套拌挂'

/** Words that name things, people or terms of a job, never a place. */
export const OTHER_WORDS: readonly string[] =
  '可以进场 空床 同号 管够 背心 矿泉水 楼下 都行 就行 出发 封路 铲路 回家 公里 进场 入场 交货 下旬 上旬 中旬 工期 长期 合作 结清 现结 现金 天晴 雨天 晴天 露天 计件 计时 男女 不限 勤快 老实 机灵 手脚 麻利 抢手 划算 好活 急活 轻活 重活 细活 粗活 大活 小活 短工 长工 半天 全天 夜里 白天 伙食 宿舍 水电 板房 帐篷 毛巾 手套 胶鞋 镰刀 柴刀 铲子 斧头 电锯 油锯 竹筐 箩筐 扁担 麻袋 编织袋 老地方 原地 高空 户外 露天 轻松 简单 稳定 短期 临时 老板 自己 自备 材料 电梯 步梯 面积 毛坯 精装 量大 同城 本县 本地 附近 周边 县内 当地 县里 面试 直接 本科 大专 高中 初中 学历 文化 普通话 形象 气质 性格 开朗 年轻 以内 以下 以上 左右 全职 兼职 正式 社保 加班 绩效 提成 劳保 雨鞋 雨衣 帽子 口罩 头灯 锄头 梯子 电钻 合同 骗子 中介 广告 转发 扩散 收藏 置顶 救急 辛苦 拜托 各位 老乡 朋友 兄弟 姐妹 师傅 家人 详询 私信 同号 退伍 军人 党员 村民 妇女 夫妻 学生 机器 设备 流水 全部 全程 整个 大概 大约 差不多 左右 先来 先到 风雨 雨停 天气 下雨 露水 安全 注意 小心 靠谱 利索 麻利 力气 经理 主任 先生 女士 小姐 身份 户口 复印 近视 眼镜 胆大 恐高 视力 方言 普通 客家 纹身 酒驾 记录 年底 年前 年后 过年 开学 暑假 寒假 假期 周末 旺季 淡季 高峰 家里 厂里 店里 工地 村里 镇上 山上 田里 地里 现场 网上 里面 外面 门口 对面 隔壁 一起 互相 通知 提醒 宝妈 阿姨 大姐 大哥 大叔 小伙 青年 中年 老年 技术 普通 主要 内容 任务 项目 要求 条件 福利 性质 岗位 职位 标题 备注 说明 数量 规格 尺寸 高度 厚度 深度 长度 重量 颜色 品牌 型号 全新 二手 实木 红木 塑料 铁皮 彩钢 活儿 老人 小孩 婴儿 孕妇 产妇 病人 奶奶 爷爷 骨折 瘫痪 行动 自理 房东 业主 东家 主家 头家 齐全 齐备 必须 以后 之后 以前 之前 大力士 必备 自备 我家 咱家 自家'.split(
    ' ',
  )

/** Those that also end a clause like a place: 家里茶山, 自己带锄头. */
export const OTHERS = createTrie(OTHER_WORDS.map((word) => [word, true] as const))

/** The same with all that work is done to. */
export const NO_NAME_WORDS = createTrie(
  [...OTHER_WORDS, ...[...taskObjects()].filter((word) => word.length >= 2)].map((word) => [word, true] as const),
)

/** Kinds of places that in a county there is but one of: 明天8点 医院. */
export const ONLY_ONES: ReadonlySet<string> = new Set(
  '沙场 砂场 石场 料场 堆场 货场 矿山 茶厂 桥头 村口 村部 医院 祠堂 学校 车站 党校 法院 银行 教堂 寺庙 庙里 码头 公园 广场 市场 幼儿园 敬老院 养老院 政府 邮局 电站 水库 林场 农场 茶场 粮站 烟站 影剧院 体育场 福利院 殡仪馆 超市 中学 小学'.split(
    ' ',
  ),
)
