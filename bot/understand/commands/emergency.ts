import { repairIn } from '../post/repair.ts'
import { isAt, signs } from '../words/signs.ts'
import { endAt } from '../words/trie.ts'
import { beginsAt, holds, startsOf, type WordSet, wordSet } from '../words/word-set.ts'

const setOf = (words: string): WordSet => wordSet(words.split(' '))

const WORDS = setOf(
  '救命 受伤了 受伤 摔了 摔伤 摔下来 摔倒 掉下来 手被压 脚被压 被压了 压到手 压到脚 砸到 砸伤 被砸 触电 电到了 晕倒 晕过去 昏倒 昏迷 流血 出血 骨折 断了手 手断 脚断 割到手 割伤 切到手 烫伤 烧伤 中毒 没呼吸 喘不过气 打120 叫救护车 出人命 倒下了 不省人事 着火 起火 塌了 埋了 被埋 手指断 夹到手 手夹 夹伤 蛇咬 被蛇 溺水',
)

/** Words that show the danger is over and something else is asked: who pays, how to report. */
const AFTERWARDS = setOf(
  '赔 报案 理赔 保险 发票 报销 医药费 医疗费 怎么办理 投诉 工伤 误工 住院费 材料 证明 手续 之前 上次 上个月 昨天 前天 谁负责 谁管 谁出 多少钱 找谁 算不算 流程 慢点 路滑 打滑 会不会 如果 万一 以后 怎么算',
)

/** Words that look ahead: the hurt keeps somebody from coming and is no accident at work. */
const AHEAD = setOf('帮我退 退了吧 退掉 叫别人 换别人 找别人 让别人 喊别人 明天 后天 请假 去不了 来不了 不去 不来 要证 招 包吃 元 块')

const BODY = setOf(
  '手 脚 腿 头 腰 眼睛 眼 手指 手指头 指头 胳膊 膝盖 肩膀 胸口 脸 肋骨 脚趾 脚趾头 脖子 手臂 脑袋 脑壳 耳朵 脚踝 手掌 手腕 小腿 大腿 屁股 嘴 牙 身上 鼻子 后背',
)

/** Words that begin like a part of the body and are none. */
const NO_BODY = setOf(
  '灶头 墙头 床头 柜头 浪头 桥头 村头 手机 手工 手续 手套 手头 手上有 手艺 手脚快 手脚麻利 头家 头天 头次 头儿 头发 脚手架 老手 新手 熟手 人手 帮手 助手 对手 选手 老头 工头 地头 山头 码头 街头 镇头 木头 石头 砖头 龙头 馒头 罐头 锄头 榔头 前头 后头 里头 年头 势头 嘴上 人工 人家 工人 老人 人员 别人 男人 女人 大人 人数 人民 招人 找人 缺人',
)

const HURT = setOf(
  '压 轧 砸 扎 夹 割 划 切 锯 撞 碰 扭 闪 磕 摔 跌 烫 烧 溅 刺 戳 崴 破 断 肿 伤 碾 卷 绞 钉 咬 蛰 电 砍 削 绊 踩 戳 刮 剐 蹭破 擦破 划破 磕破 压坏 压断 轧断 骨折 流血 出血 蜇 倒',
)

/** What makes a verb of hurting one that has happened. */
const HAPPENED = signs('了到着伤破断进住掉穿')

const PASSIVE = signs('压轧砸扎夹割切锯撞烫砍咬蛰蜇电埋绞卷碾')

const STRUCK = signs('了到伤断着')

const FALLS = setOf(
  '掉坑 掉进 掉沟 掉河 掉水 掉下去 掉下楼 摔下 摔沟 摔断 跌下 跌倒 跌断 跌了 滚下 滑下 滑倒 滑了一跤 摔一跤 摔跤 晕了 昏了 休克 抽搐 吐血 呼吸困难 煤气中毒 农药中毒 救护车',
)

/** How far behind the part of the body the verb may stand. */
const HURT_WITHIN = 7

/** 手被机器轧了: a part of the body, then within a few characters what has happened to it. */
function isHurt(text: string, from: number): boolean {
  for (let at = from; at < from + HURT_WITHIN; at += 1) {
    const end = endAt(HURT, text, at)
    if (end > 0 && (end - at > 1 || isAt(HAPPENED, text, end))) return true
  }
  return false
}

/** 锯到手, 扎着脚了: the verb first, then the part of the body. */
function strikesBody(text: string, at: number): boolean {
  const end = endAt(HURT, text, at)
  if (end === 0 || !isAt(HAPPENED, text, end)) return false
  for (let here = end + 1; here < end + 4; here += 1) if (!beginsAt(NO_BODY, text, here) && beginsAt(BODY, text, here)) return true
  return false
}

/** 被蜂蛰了: somebody was struck, whatever the part. */
function isStruck(text: string, at: number): boolean {
  if (text.charAt(at) !== '被') return false
  for (let here = at + 1; here < at + 6; here += 1) if (isAt(PASSIVE, text, here) && isAt(STRUCK, text, here + 1)) return true
  return false
}

const LONGEST_ACCIDENT = 30
const LONGEST_CALL = 60

/** What nothing of the kind begins with is passed over with one look. */
const STARTS = startsOf(NO_BODY, BODY, HURT, FALLS, setOf('被'))

function isAccident(text: string): boolean {
  let at = 0
  while (at < text.length) {
    const other = isAt(STARTS, text, at) ? endAt(NO_BODY, text, at) : at + 1
    if (other > 0) {
      at = other
      continue
    }
    const body = endAt(BODY, text, at)
    if (body > 0 && isHurt(text, body)) return true
    if (strikesBody(text, at) || beginsAt(FALLS, text, at) || isStruck(text, at)) return true
    at += 1
  }
  return false
}

/** What befalls things too, and what is shouted over a flooded kitchen. */
const THINGS_TOO = setOf('救命 掉下来 塌了')

const FIRELESS = ['打不着火', '点不着火', '打不起火']

/** Parts of a house that are called like hands. */
const HANDLES = ['扶手', '把手', '拉手']

/** Whoever is in danger: with one of these words a cry is a cry. */
const SOMEBODY = setOf(
  '有人 个人 人掉 人摔 人被 人从 孩 老人 老头 爸 妈 爷 奶 他 她 工友 同事 我被 我从 我掉 我摔 师傅掉 师傅摔 师傅被 师傅从 伤 血 晕 昏 毒 触电 电到 压 砸 埋 困 到人 腿 脚 手 头 腰 骨 闷 喘',
)

/** How somebody is called who mends it. */
const CALLED = setOf(
  '谁会 谁来 谁能 谁有空 师傅 来个 找人 找个 求个 上门 水电工 木工 泥工 瓦工 一工 一天 一平 一米 包干 修一下 补一下 钱好说 面议',
)

/** 救命啊 厕所堵死了 谁来通一下: a thing of the house is in trouble, nobody is, and a man who mends it is sought. */
function isRepair(text: string): boolean {
  if (!holds(CALLED, text) || holds(SOMEBODY, text)) return false
  const written = FIRELESS.reduce((rest, word) => rest.replaceAll(word, '打不着'), text)
  for (let at = 0; at < written.length; at += 1) if (beginsAt(WORDS, written, at) && !beginsAt(THINGS_TOO, written, at)) return false
  return repairIn(written) !== undefined
}

const HIRED = setOf('护工 陪护 陪床 陪夜 保姆 月嫂 救生员 保安 防溺水 防火 巡查 巡山 值守 招 请个 要个 找个')
const PAID = setOf('半天 一工 一平 搞定 包工 包干 一天 每天 /天 一晚 每晚 一夜 一月 一个月 每月 /月 月薪 日结 工资 包吃 管饭')

/** 老人摔了一跤，要个护工，160一天: what happened is over, and somebody is paid to help. */
const isHired = (text: string): boolean => holds(PAID, text) && (holds(HIRED, text) || !holds(SOMEBODY, text))

/** Help is needed now: answered with 120 before anything else. */
export function isEmergency(said: string): boolean {
  if (said.length > LONGEST_CALL) return false
  const text = HANDLES.reduce((rest, word) => rest.replaceAll(word, '栏杆'), said)
  const isDanger = holds(WORDS, text) || (text.length <= LONGEST_ACCIDENT && isAccident(text) && !holds(AHEAD, text))
  return isDanger && !holds(AFTERWARDS, text) && !isRepair(text) && !isHired(text)
}
