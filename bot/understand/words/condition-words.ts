/** What a stretch of text says about the conditions of a job. `nothing` words shield others: 不包吃, 保险柜, 接送孩子. */
export type Condition =
  | { readonly kind: 'perk'; readonly values: readonly string[] }
  | { readonly kind: 'cert'; readonly value: string }
  | { readonly kind: 'any-cert' }
  | { readonly kind: 'insurance'; readonly value: boolean }
  /** 保险, where what follows says who buys it; whether the word alone says that there is one. */
  | { readonly kind: 'insurance-word'; readonly alone: boolean }
  | { readonly kind: 'nothing' }

const list = (words: string): readonly string[] => words.split(' ')

const MEALS: readonly (readonly [readonly string[], string])[] = [
  [['包早餐'], '早餐 早饭 早点 早'],
  [
    ['包午餐'],
    '午餐 午饭 中餐 中饭 晌午饭 中午饭 中午一餐 中午一顿 一顿午饭 一餐午饭 一顿中饭 一餐中饭 中午餐 一顿盒饭 一份盒饭 一餐盒饭 午 中午 一餐 一顿 一顿饭 一餐饭 1餐 日昼饭 昼饭 一顿午餐 一餐中餐 中午一顿饭 中午一餐饭',
  ],
  [['包晚餐'], '晚餐 晚饭 夜饭 一顿晚饭 晚上饭 晚上一餐 一餐晚饭 晚'],
  [['包夜宵'], '夜宵 宵夜 消夜 吃夜宵 吃宵夜 一顿夜宵 点夜宵'],
  [['包两餐'], '两餐 两顿 两顿饭 两餐饭 2餐 2顿 二餐 2餐饭 2顿饭 二顿'],
  [
    ['包午餐', '包晚餐'],
    '中午晚上 中晚餐 中晚饭 午晚餐 午晚饭 中餐晚餐 中饭晚饭 午餐晚餐 中餐和晚餐 午饭晚饭 中餐、晚餐 午餐和晚餐 中、晚餐 中晚两餐 午饭和晚饭 中饭和晚饭 中晚两顿',
  ],
  [['包早餐', '包午餐'], '早中餐 早午餐 早餐午餐 早饭午饭 早中饭 早餐中餐 早餐和午餐 早午饭 早中两餐'],
  [['包吃'], '吃 饭 餐 伙食 盒饭 工作餐 便饭 大锅饭 点心饭 三餐 三顿 一日三餐 吃饭 吃喝 三顿饭 三餐饭 餐食 用餐 饭吃 饭菜 3餐 三餐吃'],
]

const PROVIDED_BEFORE = list('包 管 供 含 提供 免费 供应 有 送 包了 管了 包一 请 负责 免费提供 免费供应 包你 统一 全包 给 带')

const PROVIDED_AFTER = list(
  '有 免费 包 管 提供 都管 都包 供应 全包 我出 我包 我管 我请 老板包 老板管 算我的 厂里包 厂里供 公司提供 都有 由我 主家包 东家管 包了 我负责 包的 有的 免 管饱 管够 都供 工地包 工地管 店里包 东家包 主人家包',
)

/** 中午饭我这边管, 两餐主家包: who gives the meal stands between. */
const GIVERS = list('我 我们 我这边 这边 主家 老板 都 也 全 由我 都由我 东家')
const GIVES = list('管 包 供 请 负责 安排')

/** Meals that may stand in a row, as in 包点心同昼饭 and 早饭中饭都在我家吃. */
export function* mealsInRow(): Generator<readonly [string, readonly string[]]> {
  for (const [values, meals] of MEALS) for (const meal of list(meals)) if (meal.length > 1) yield [meal, values]
  for (const snack of list('点心 茶水 水果 茶点 水 汤')) yield [snack, []]
}

/** What gives the meals of a row, said before or behind them. */
export const GIVERS_BEFORE: readonly string[] = PROVIDED_BEFORE.filter((word) => !'送给带请'.includes(word))
export const GIVERS_BEHIND: readonly string[] = [
  ...PROVIDED_AFTER,
  ...GIVERS.flatMap((giver) => GIVES.map((gives) => giver + gives)),
  ...list('都在我家吃 都在家里吃 都在工地吃 都在主家吃 都在店里吃'),
]

/** 午饭在我家吃 says who cooks. */
const EATEN = list(
  '在我家吃 在主家吃 我家吃 在家里吃 在家吃 在厂里吃 在工地吃 工地吃 在东家吃 在店里吃 家里吃 食堂吃 管吃饱 跟我们吃 跟我吃 跟着吃 吃我家 吃我的 都在这吃 都在这里吃 在这吃 在这里吃 跟我们一起吃 和我们一起吃 吃食堂 去食堂吃 我煮 我烧 我来煮 我来烧 家里煮 主家煮',
)

const PERKS: readonly (readonly [readonly string[], string])[] = [
  [
    ['包吃', '包住'],
    '厂里吃住 店里吃住 场里吃住 山上吃住 工地吃住 家里吃住 主家吃住 基地吃住 住场吃场 吃场住场 住厂吃厂 吃厂住厂 住店吃店 吃店住店 吃住跟我们 吃住厂里 吃住店里 吃住山上 吃住我家 吃住家里 吃住主家 吃住场里 吃住都在厂里 吃住都在店里 吃住都在山上 吃住都在家里 吃住在山上 吃住在场里 吃住都在主家 吃住都在场里 吃住基地 吃住在基地 吃住宿舍 吃住学校 吃住在学校 包吃住 包食宿 食宿全包 管吃管住 吃住全包 包吃包住 提供食宿 吃住全管 供吃住 供吃供住 食宿免费 免费食宿 含吃住 吃住都有 吃住都包 包吃喝住 管吃住 吃住免费 提供吃住 有吃有住 吃住包 食宿有 食宿提供 包食包住 包三餐住宿 管吃又管住 有吃住 吃住管 吃住我包 食宿我包 吃住公司包 包伙食住宿 供食宿 包住包吃 包住吃 吃住都管 食宿包 包食宿的 管饭管住 管住管饭 包饭包住 吃住全免 吃住工地上 吃住工地 吃住在工地 吃住在工地上 吃住在厂里 吃住在厂 吃住在店里 吃住都在工地 吃住都在厂里 吃住在我家 吃住都在我家 吃住在主家 吃住都解决 吃住都有安排 有吃有住的 吃住公司管 吃住老板管 全包吃住 吃住一起 包吃包住宿 提供免费食宿 包餐包住',
  ],
  [
    ['包住'],
    '安排宿舍 给安排宿舍 给宿舍 宿舍有空床 住宿报销 住报销 住有套间 住有单间 住有空调 住套间 住单间 包住 管住 提供住宿 有宿舍 有住宿 提供宿舍 住宿提供 可住宿 有地方住 供住宿 宿舍有 住宿免费 免费住宿 包住宿 安排住宿 可提供住宿 住宿有 供住 宿舍免费 有住的地方 住宿安排 免费宿舍 有空调宿舍 提供住 住宿包 解决住宿 住宿解决 住工地 可以住宿 有员工宿舍 提供员工宿舍 有地方睡 有房子住 有房间 有屋住 有板房住 有板房 有房住 有工棚 住板房 有床睡 宿舍提供 住的地方也有 住的地方有 有住的 住的有 住也有 住我家 住我这里 住工棚 有工棚住 住宿我出 住宿全包 住宿我安排 给住 有床位 有房间住 住厂里 住宿舍 晚上住工地 住的我安排 住的我包 住处有 提供房间 住也包 也包住 还包住 住宿也包 住的也包',
  ],
  [
    ['包接送'],
    '包接送 车接 车接送 接送 有车接送 专车接送 来回车接车送 车接车送 有车接 班车接送 有班车 免费接送 有人接送 早晚接送 来回接送 开车接 开车来接 派车接 派车接送 我开车接 面包车接 包来回接送 统一接送 上下班接送 车子接送 负责接送 统一坐车 统一乘车 有车去接 可以接送 可接送 有接送 接送上下班 三轮接送 我来接 有车来接 坐我车 坐我的车 坐我们车 坐我们的车 坐我面包车 坐我三轮 坐我货车 坐我皮卡 坐我小车 坐厂车 坐厂里车 坐公司车 坐老板车 坐老板的车 坐班车 坐校车 坐大巴去 坐中巴去 搭我车 搭我的车 跟我车 跟我的车 我带车去 我车带 车子带去 我车子带 我车去接 我开车去接 我开车带 我开车来 我去接 我去车站接 派车来接 派车去接 包车接 包车去 包车来回 统一车接 有面包车 有中巴 有大巴接 早晚车接 来回有车 有车来回 有车坐 有车送 有车接',
  ],
  [
    ['报车费'],
    '报销来回路费 报来回车票 来回车票报 来回车票报销 车票给报 车票报 来回路费我付 路费我付 车费我付 来回车费我付 高铁票给报 高铁票报销 车票我买 来回票给报 包来回车票 报来回票 报车费 车费报 车费报销 报销车费 包车费 报销路费 路费报销 车费我出 路费我出 包路费 报路费 车票报销 报来回车费 来回车费报 车费全报 车费实报 给车费 车费算我的 交通费报销 包来回车费 车费由我出 路费全报 路费报 报销来回车费 车费可报 车费可报销 来回车费我出 来回路费报销 报销车票 来回路费我出 车费老板出 报来回路费 包来回路费 车费补 补车费 车费包 路费包 车费给报 报销交通费 车钱我出 来回车费报销 路费给报 贴车费 车马费',
  ],
  [
    ['发烟'],
    '烟一人一包 烟每人一包 烟一天一包 加烟 烟酒都有 烟酒有 烟酒管 包利群 包七匹狼 包红塔山 包黄鹤楼 包中华 包芙蓉王 包玉溪 包云烟 和烟 饭跟烟 和一包烟 饭带烟 水和烟 烟和水 发烟 一包烟 有烟 烟一包 给烟 送烟 管烟 包烟 两包烟 发包烟 烟酒管够 发香烟 有烟抽 烟管够 烟有 香烟一包 包香烟 1包烟 发一包烟 发红塔山 发七匹狼 一包七匹狼 管烟酒 烟茶管够 有烟有水 烟水管够 一天一包烟 每人一包烟 每天一包烟 烟都有',
  ],
  [
    ['油补'],
    '油补 油费补贴 油费补 补油费 补油钱 油钱补 报油费 油费报销 油费实报 有油补 贴油钱 贴油费 补贴油费 油钱报销 报销油费 加油费补贴',
  ],
  [['高温补贴'], '高温补贴 高温费 高温补 高温津贴 降温费 防暑降温费 高温补助 防暑费 有高温补'],
]

const NO_PERKS = list(
  '加烟叶 和烟叶 和烟草 和烟苗 条烟叶 煮两顿饭 煮两餐饭 做两顿饭 做两餐饭 烧两顿饭 烧两餐饭 煮三餐饭 做三餐饭 煮三顿饭 做三顿饭 接送一趟 接送上学 接送上下学 接送放学 接送娃 接送货 接送病人 不包吃 不包吃住 不管饭 不包饭 没饭 没有饭 不包餐 不供饭 不包住 不管吃 不管住 不管吃住 无餐 不含餐 不提供餐 不包伙食 饭自理 吃饭自理 中餐自理 午饭自理 午餐自理 食宿自理 吃住自理 住宿自理 自己带饭 自带午饭 自带饭 自带中饭 中饭自理 伙食自理 吃饭自己解决 饭自己解决 午饭自己解决 中饭自己解决 不包午餐 不包中餐 不包午饭 不提供住宿 不提供食宿 食宿自己解决 不包接送 没车接送 接送孩子 接送小孩 接送学生 接送老人 接送客人 接送员 接送车 油费我出 油费过路费我出 油费自理 车费自理 路费自理 不报车费 不包车费 包吃亏 包饭店 晚饭自理 有吃亏 有早有晚 早有 包早 有晚 有饭店 有餐馆 有餐厅 有早班 有晚班 有午休 给早 给晚 给饭店 带饭 带吃的 带晚 请吃饭 请晚 请早 送早 送饭 送餐 送午餐 送晚餐 请中午 请午 送晚 有中午 有一顿 免费晚 统一早 统一晚 统一中午 给中午 带中午 带早 含早 含晚 晚包 早包 早管 晚管 中午有 晚有 午有 早提供 晚提供 餐有 饭有 吃有 饭提供 早都有 晚都有 中午都有 负责早 负责晚 负责中午 负责餐 管早 管晚 提供早 提供晚 提供中午 包一吃 饭包 餐包 饭免 早免 晚免 餐免 送吃 给吃 包一早 包一晚 包晚 包了饭 吃包子 餐包 供早 供晚 负责吃 负责饭 餐都有 饭管 负责三餐 负责做饭 送三餐 送饭吃 有晚上 提供中午饭 送盒饭 送工作餐 送中餐 送中饭 送午饭 送晚饭 送早餐 送早饭 有伙食费 有伙食补贴 有餐补 含餐补 包子',
)

const CERTS: readonly (readonly [string, string])[] = [
  [
    '焊工证',
    '焊工证 电焊证 焊证 焊接证 焊接操作证 特种焊工证 焊工操作证 氩弧焊证 电焊操作证 焊工上岗证 电焊工证 二保焊证 焊工本 焊接与热切割证 焊接作业证 焊工特种证',
  ],
  ['电工证', '电工证 低压电工证 低压证 电工操作证 低压电工操作证 电工本 电工上岗证 低压操作证 电工特种作业证 低压电工 水电证 水电工证'],
  ['高压电工证', '高压电工证 高压证 高压进网证 进网证 高压电工操作证 高压操作证 高压电工'],
  ['健康证', '健康证 健康证明 食品健康证 健康体检证'],
  [
    '驾驶证',
    'a2b2 b2a2 b1b2 c1c2 驾驶证 驾照 驾驶执照 驾驶本 驾证 c1 c2 c3 b1 b2 a1 a2 a3 c1证 c2证 b2证 b1证 a2证 a1证 c照 b照 a照 c1驾照 c2驾照 b2驾照 a2驾照 c1驾驶证 c2驾驶证 b2驾驶证 a2驾驶证 a1驾驶证 a1驾照 b1驾照 c1照 b2照 a2照 c1本 b2本 a2本 c证 b证 a证 摩托车证 d照 e照 摩托证 三轮证 三轮车证 增驾 大车本 货车证 客车证 客车驾照 拖拉机证 拖拉机驾驶证 农机证 c1以上 大车证 大车驾照 货车驾照 三轮车驾照',
  ],
  ['叉车证', '叉车证 叉车操作证 n1证 n1 场内车证 叉车上岗证 叉车本 叉车驾驶证 叉车特种证 n1叉车证 厂内车证'],
  [
    '高处作业证',
    '高处作业证 登高证 高空证 高空作业证 登高作业证 登高架设证 高处证 登高架设作业证 高处安装证 高空操作证 登高操作证 高处操作证 高处作业操作证',
  ],
  ['月嫂证', '月嫂证 母婴护理证 母婴证 育婴师证 育婴证 母婴护理师证 月嫂资格证 催乳师证 育婴员证 月嫂上岗证'],
  ['保安证', '保安证 保安员证 保安上岗证 保安员资格证 保安资格证'],
  ['挖机证', '挖机证 挖掘机证 挖机操作证 挖掘机操作证 挖机上岗证 挖机本 挖掘机驾驶证 挖掘机上岗证 挖机驾驶证'],
  ['架子工证', '架子工证 架子证 架子工操作证 建筑架子工证 架工证'],
  ['救生员证', '救生员证 救生证 救生员资格证'],
]

const ANY_CERT = list(
  '证件保险齐 证件保险都齐 证件保险齐全 证照齐全 证照齐 持证上岗 持证 有证 操作证 上岗证 特种作业证 特种证 特种操作证 证件齐全 证齐 有证件 带证 要证 须有证 有本 有操作证 证要有 证必须有 证得有 证件要有 证书要有 证要齐 证要带 证得带 要带好证 证书齐全 证带上 必须带证 证必须带 得有证 要求有证 证都要有 有证优先 有证书 证书 资格证 特种作业操作证 须带证 有证的 有相关证件 带证上岗 要有证 需要证 必须有证 有上岗证 要带证 有资格证 有本本 相关证件 相关证书 有特种证 要有本 从业资格证',
)

const NO_CERT = list(
  '没证 无证 不要证 不用证 不需要证 无需证 没有证 有没有证 有无证 身份证 保证 证明 验证 暂住证 毕业证 凭证 房产证 结婚证 学生证 营业执照 办证 退伍证 居住证 有证无证 有没有健康证 有无健康证 不要健康证 不用健康证 无需健康证 不需要健康证 没健康证 没有健康证 没有驾照 不用驾照 没有电工证 没有焊工证 没焊工证 不要焊工证 无证也可 没证也行 没有保安证 没有月嫂证 没月嫂证 无证可 没证可 没有叉车证 没电工证 不要求证 不要求有证 有证没证 有证没证都行 不查证 不看证 可证',
)

const INSURED = list(
  '买好百万险 百万险 买百万险 人身险已买 人身险买了 人身险买好 人身险 买保险 有保险 保险有 买意外险 意外险 上保险 交保险 保险我买 我买保险 包保险 含保险 保险齐全 工伤险 工伤保险 买工伤 带保险 购买保险 缴保险 保险买好 买好了保险 保险已买 有意外险 雇主责任险 雇主险 投保 保险老板买 保险我出 保险我来 五险 五险一金 保险包 送保险 配保险 买了保险 团意险 给买保险 意外保险 人身保险 保险公司买 人身意外险 保险都买 保险 给上保险 保险齐 保险会买 买份保险 上意外险 有工伤险 保险给买 意外险我出 保险费我出 保险厂里买 保险公司买了 社保五险 买团险 团险 五险都交 有五险 交五险 买五险 缴五险 公司交保险 有工伤保险 买工伤保险 意外险买 买了意外 意外保 保险另买 保险我们买 买齐保险 买人身险 会买保险 加保险',
)

const UNINSURED = list(
  '没保险 没有保险 无保险 不买保险 不含保险 保险自理 保险自买 保险自己买 自己买保险 自买保险 不包保险 不上保险 不交保险 自带保险 保险自费 不负责保险 不给买保险 保险不包 没有买保险 没买保险 不提供保险 保险没有 没意外险 没有意外险 无意外险 保险不买 不管保险 保险自备 保险各自买 不带保险 意外险自理 保险自行购买 自行购买保险 自购保险 不保险 保险没 意外险自己买 不买意外险 没有工伤险 自备保险',
)

const NO_INSURANCE = list(
  '保险柜 保险丝 保险杠 卖保险 保险箱 养老保险 医疗保险 有没有保险 有保险吗 有保险没 要不要保险 保险起见 保险业务 失业保险 跑保险 保险员 车保险',
)

const FEW = ['一', '两', '1', '2', '三', '3', '']

/** 加烟两包, 外加包烟, 烟2包: cigarettes come with the pay. */
function* smokes(): Generator<string> {
  for (const few of FEW) {
    if (few !== '') yield `${few}条烟`
    for (const start of ['', '加', '外加', '另加', '再加', '还有', '每天', '送', '给', '发', '带']) {
      if (few !== '' || start !== '') yield `${start}${few}包烟`
      if (few !== '') yield `${start}烟${few}包`
    }
  }
}

/** Children and old people who are taken somewhere: work, not a perk. */
const TAKEN = list('工人 员工 职工 民工 师生 孙子 孙女 孩子 小孩 小孩子 娃 儿子 女儿 宝宝 学生 老人 客人 病人 放学 上学 上下学 小朋友')

/** Every word about conditions; the longest at a place wins, and shields are listed first. */
export function* conditionWords(): Generator<readonly [string, Condition]> {
  for (const text of [...NO_PERKS, ...NO_CERT, ...NO_INSURANCE]) yield [text, { kind: 'nothing' }]
  for (const when of ['', '早晚', '上下班', '每天', '可', '能', '方便', '可以'])
    for (const whom of TAKEN) yield [`${when}接送${whom}`, { kind: 'nothing' }]
  for (const smoke of smokes()) yield [smoke, { kind: 'perk', values: ['发烟'] }]
  for (const [values, texts] of PERKS) for (const text of list(texts)) yield [text, { kind: 'perk', values }]
  for (const [values, meals] of MEALS) {
    for (const meal of list(meals)) {
      for (const before of PROVIDED_BEFORE) yield [before + meal, { kind: 'perk', values }]
      for (const after of PROVIDED_AFTER) yield [meal + after, { kind: 'perk', values }]
      for (const giver of GIVERS) for (const gives of GIVES) yield [meal + giver + gives, { kind: 'perk', values }]
      for (const eaten of EATEN) yield [meal + eaten, { kind: 'perk', values }]
      if (meal.length > 2 && (values[0] === '包两餐' || meal === '三餐饭' || meal === '三顿饭')) yield [meal, { kind: 'perk', values }]
    }
  }
  for (const night of list(
    '加夜宵 另加夜宵 加顿夜宵 加一顿夜宵 加宵夜 再加夜宵 外加夜宵 收工吃夜宵 有夜宵吃 发夜宵 煮夜宵 夜宵请 完事请夜宵 请宵夜 夜宵请吃 夜宵发 收工夜宵 管顿夜宵 夜宵一顿 夜宵一份 宵夜请吃 宵夜一顿',
  ))
    yield [night, { kind: 'perk', values: ['包夜宵'] }]
  for (const two of list('食两餐 吃两餐 饭两顿 饭两餐 吃两顿 餐两顿 食两顿 两餐在内 两顿在内 含两餐饭'))
    yield [two, { kind: 'perk', values: ['包两餐'] }]
  for (const one of list(
    '中午有盒饭 中午盒饭 中午有快餐 中午发盒饭 午饭盒饭 中午送盒饭 中午送饭 中午送饭到地头 午饭送到地头 饭送到地头 中午吃盒饭 午饭吃盒饭 中午有工作餐 中午工作餐 中午免费工作餐 中午包工作餐 中午提供工作餐 食昼 食日昼 吃昼 中午一餐 中午一顿 中饭一餐 中饭一顿 午饭一餐 昼饭一餐 中午在我家吃 中午在主家吃 中午吃饭 中午给饭 中午给一顿饭 中午供饭 中午食堂吃 带一顿中饭 加一顿中饭 加一餐中饭 加一顿午饭 加一餐午饭 加顿中饭 加顿午饭 外加一顿中饭 另加一顿中饭 管顿中饭 管顿午饭 带顿中饭 带一餐中饭 包一份午餐 包一份中饭 包一份盒饭 发一份午餐 发一份盒饭 加一餐 加一顿饭 外加一餐 另加一餐 带一餐 带一顿饭 管一顿中饭 管一餐中饭',
  ))
    yield [one, { kind: 'perk', values: ['包午餐'] }]
  for (const meals of list(
    '有盒饭 发盒饭 包盒饭 盒饭管够 包工作餐 有工作餐 提供工作餐 饭我管 饭我包 饭老板包 饭管饱 大锅饭管饱 吃的我管 吃我的 吃饭算我 吃饭算我的 吃喝我管 吃喝我包 吃的都有 饭也管 饭也包 也包饭 还包饭 也管饭 还管饭 吃也包 吃饭都管 吃三餐 饭三顿 饭三餐 食三餐 饭都管',
  ))
    yield [meals, { kind: 'perk', values: ['包吃'] }]
  for (const when of ['中午', '晌午', '日昼'])
    for (const meal of list('包吃 包饭 管饭 管吃 包餐 供饭 有饭吃 包一餐 管一餐 管一顿 包一顿 管顿饭 有饭 供一餐 包顿饭 管一顿饭 包一顿饭'))
      yield [when + meal, { kind: 'perk', values: ['包午餐'] }]
  for (const when of ['早上', '早晨', '清早', '天光', '早起'])
    for (const meal of list('管稀饭 管粥 包粥 有粥 煮粥 包稀饭 管饭 管吃 包饭 包吃 包一餐 管一餐 有饭'))
      yield [when + meal, { kind: 'perk', values: ['包早餐'] }]
  for (const meal of list('包吃 包饭 管饭 管吃 包餐 供饭 有饭吃 包一餐 管一餐 管一顿 包一顿 管顿饭 有饭'))
    yield [`晚上${meal}`, { kind: 'perk', values: ['包晚餐'] }]
  for (const [value, texts] of CERTS) for (const text of list(texts)) yield [text, { kind: 'cert', value }]
  for (const text of ANY_CERT) yield [text, { kind: 'any-cert' }]
  for (const text of list('保险 意外险 工伤险 雇主险 雇主责任险')) yield [text, { kind: 'insurance-word', alone: true }]
  for (const text of list('意外 工伤 保险公司')) yield [text, { kind: 'insurance-word', alone: false }]
  for (const text of INSURED) yield [text, { kind: 'insurance', value: true }]
  for (const text of UNINSURED) yield [text, { kind: 'insurance', value: false }]
}
