const WORDS =
  '救命 受伤了 受伤 摔了 摔伤 摔下来 摔倒 掉下来 手被压 脚被压 被压了 压到手 压到脚 砸到 砸伤 被砸 触电 电到了 晕倒 晕过去 昏倒 昏迷 流血 出血 骨折 断了手 手断 脚断 割到手 割伤 切到手 烫伤 烧伤 中毒 没呼吸 喘不过气 打120 叫救护车 出人命 倒下了 不省人事 着火 起火 塌了 埋了 被埋 手指断 夹到手 手夹 夹伤 蛇咬 被蛇 溺水'.split(
    ' ',
  )

/** Words that show the danger is over and something else is asked: who pays, how to report. */
const AFTERWARDS =
  '赔 报案 理赔 保险 发票 报销 医药费 医疗费 怎么办理 投诉 工伤 误工 住院费 材料 证明 手续 之前 上次 上个月 昨天 前天 谁负责 谁管 谁出 多少钱 找谁 算不算 流程 会不会 如果 万一 以后 怎么算'.split(
    ' ',
  )

/** Help is needed now: answered with 120 before anything else. */
export function isEmergency(text: string): boolean {
  if (text.length > 60 || !WORDS.some((word) => text.includes(word))) return false
  return !AFTERWARDS.some((word) => text.includes(word))
}
