import { describe, expect, it } from '@jest/globals'
import type { Intent } from '../intent.ts'
import { countyIntent } from '../intent.ts'
import { say } from '../testing/jiangle.ts'

/** The same wish in many mouths, said to the bot alone; 活单 and 有活吗 are one wish. */
const SAID: readonly (readonly [Intent, string])[] = [
  [
    'list_jobs',
    '活单列表 | 看看活单 | 有什么单 | 单子有哪些 | 今天有什么活单 | 列一下活 | 有啥活干 | 还有哪些活 | 看一下有什么活 | 把活发给我看看 | 最近有活吗 | 招工信息 | 看招工 | 有没有新单 | 附近有什么活',
  ],
  [
    'my_orders',
    '订单查询 | 查订单 | 查我的单 | 我的订单 | 我报了哪些 | 我接了什么活 | 看我的接单 | 我今天有单吗 | 我明天干哪个 | 我抢到的单 | 我的活 | 我有几个单 | 查一下我的单子',
  ],
  [
    'withdraw',
    '转800出来 | 提200 | 我要提钱 | 把钱提出来 | 取五百 | 钱转到我微信 | 我想把工钱取出来 | 提现一百五 | 取钱出来用 | 全部提现 | 怎么提现 | 能不能提现',
  ],
  [
    'complain',
    '老板不给钱 | 欠我工资 | 被骗了 | 工钱少给了 | 说好200只给180 | 跟说的不一样 | 老板骂人 | 我要投诉 | 投诉这个老板 | 干了三天没给钱 | 拖欠工资怎么办 | 工价不对 | 说包饭结果没饭 | 扣我钱 | 克扣工资 | 举报黑中介 | 老板跑了不给钱',
  ],
  ['help', '你是干什么的 | 你能干什么 | 你会什么 | 怎么用 | 怎么操作 | 不会用 | 使用说明 | 有什么功能 | 教我怎么用 | 新手怎么弄 | 菜单'],
  [
    'stop_notify',
    '别再给我发了 | 不要再发消息 | 别发了 | 太吵了别发 | 关掉通知 | 取消订阅 | 不想收消息了 | 关闭推送 | 退订 | 莫发消息了 | 屏蔽通知',
  ],
  ['resume_notify', '打开通知 | 继续给我发 | 恢复推送 | 把消息打开 | 有活再发给我 | 重新订阅 | 开启提醒 | 又想收消息了 | 继续推送'],
  ['register', '我要注册 | 注册一下 | 怎么登记 | 我想登记 | 登记个人信息 | 帮我注册 | 第一次来怎么弄 | 加入零工市场 | 开个账号'],
  ['real_name', '实名认证 | 怎么实名 | 我要认证 | 身份认证 | 实名一下 | 认证身份证 | 去哪实名'],
  [
    'add_skill',
    '我会电焊 | 我会贴瓷砖 | 加个技能木工 | 我能开叉车 | 我做过厨师 | 我会水电和木工 | 我干过保洁 | 添加技能 | 技能改成泥瓦 | 我还会开挖机',
  ],
  [
    'upload_cert',
    '上传健康证 | 健康证办好了 | 我有电工证 | 传证 | 证件怎么传 | 我考到叉车证了 | 焊工证拍照给你 | 提交证书 | 我的证怎么上传',
  ],
  [
    'training_list',
    '有什么培训 | 有培训吗 | 学技术 | 想学电焊 | 培训班有哪些 | 最近开什么班 | 哪里可以学月嫂 | 有免费培训没有 | 想学门手艺',
  ],
  ['training_enroll', '报名电焊班 | 我要报名月嫂培训 | 报名学叉车 | 参加电工培训 | 帮我报个名学挖机 | 我报名培训班'],
  ['rate', '五星 | 好评 | 给老板五星 | 差评 | 评三星 | 打4星 | 老板人不错给好评 | 评价一下 | 不好 一星'],
  ['insure', '买保险 | 给工人买个保险 | 上意外险 | 怎么买保险 | 保险怎么买 | 我要投保 | 给他们上保险'],
  ['claim_insurance', '理赔 | 受伤了怎么赔 | 怎么报保险 | 医药费谁出 | 工伤怎么办 | 报案 | 摔伤了保险赔不赔 | 保险理赔进度 | 要报销医药费'],
  ['human_agent', '人工 | 找人工 | 转人工 | 电话多少 | 客服 | 打电话给你们 | 找个真人 | 我要找工作人员 | 有没有人工 | 叫人来'],
  ['start_work', '开工 | 到了开工 | 开始干活了 | 我到工地了开工 | 开工4821 | 已经开始干了 | 上工了 | 开始上班'],
  ['finish_work', '收工 | 干完了 | 下班了 | 做完了 | 活干完了 | 收工了 | 搞定了 | 完工了 | 今天干完了'],
  ['confirm_finish', '确认完工 | 活验收了没问题 | 工人干完了确认 | 同意完工 | 验收通过'],
  ['pay', '付钱 | 结账 | 给他们结了 | 付工钱 | 付款 | 结工资 | 给工人发钱 | 把工钱结了 | 转工钱给他们'],
  ['cancel_grab', '不去了 | 退单 | 去不了了 | 明天来不了 | 不干了 | 有事去不了 | 取消接单 | 帮我退了 | 换别人吧我去不了 | 这单不接了'],
  ['cancel_job', '撤单 | 活取消了 | 不招了 | 撤回我发的活 | 不要人了 | 今天不用来了我的单撤了 | 取消发布'],
  [
    'seek_job',
    '我想找活 | 找个活干 | 有没有搬运的活 | 哪里要小工 | 我要找工作 | 想找点日结的活 | 有电焊的活吗 | 找份保洁的活 | 有活喊我 | 想打零工',
  ],
  [
    'job_detail',
    '1023在哪里 | 1023什么时候开始 | 1023多少钱 | 1023还要人吗 | 看1023 | 1023包吃吗 | 1023几点到 | 1023具体干什么 | 1023是谁发的',
  ],
  ['grab', '抢1023 | 1023我来 | 接1023 | 我要1023 | 报名1023 | 1023算我一个 | 1023我能去 | 抢单1023'],
]
const OF_EMPLOYERS: readonly Intent[] = ['pay', 'confirm_finish', 'cancel_job', 'insure']
const ALIKE: readonly (readonly Intent[])[] = [['list_jobs', 'seek_job']]

describe.each(SAID)('%s', (intent, texts) => {
  it.each(texts.split(' | '))('%s', (text) => {
    const role = OF_EMPLOYERS.includes(intent) ? 'employer' : 'worker'
    const heard = countyIntent(say(text, { role }).intent)
    const alike = ALIKE.find((some) => some.includes(intent)) ?? [intent]
    expect(alike).toContain(heard)
  })
})

const CARD = '[机器人] 【1023】搬运 3人 200元/天 明天8:00 水南镇滨河路，回复“抢”接单'
const under = (text: string) => say(text, { channel: 'group', role: 'worker', context: [CARD] })

describe('under the card of a job', () => {
  it.each([
    ['这活我干过很熟 我报名', undefined],
    ['明天正好没事 我来', undefined],
    ['住得近 算我一个', undefined],
    ['我一家四口都去', 4],
    ['我跟隔壁阿兰 两人', 2],
    ['四个妇女 会采', 4],
    ['我这边能出6个', 6],
    ['给我和阿珍留两个位子', 2],
    ['我家两兄弟都能去', 2],
    ['我', undefined],
    ['3', 3],
    ['枪', undefined],
    ['强', undefined],
    ['明天刚好没事 我去', undefined],
    ['七点准时到 算上我', undefined],
    ['叫我老公去', undefined],
    ['接蛋', undefined],
    ['qiang', undefined],
    ['那个搬东西的我要了', undefined],
    ['还有位子就把我写上', undefined],
    ['这工我做得来', undefined],
    ['我老公去 他力气大', undefined],
    ['还缺人不 缺就算我', undefined],
  ])('%s comes', (text, count) => {
    const { intent, slots } = under(text)
    expect([intent, slots.jobNo, slots.count]).toEqual(['grab', '1023', count])
  })
  it.each([
    '太累了 我去',
    '去年给这家干过 我来',
    '我也想去 可惜没车',
    '两个人抬不动吧',
    '这个价 我来不了',
    '要是近一点我就来了',
    '100男200女',
  ])('%s does not', (text) => expect(['none', 'cancel_grab']).toContain(under(text).intent))
})

describe('what a number, a class or a wage is said about', () => {
  it.each([
    ['看看月嫂和保洁的单', 'list_jobs', 'worker'],
    ['水电班给我报个名', 'training_enroll', 'worker'],
    ['月嫂班几时开', 'training_list', 'worker'],
    ['3108搞定了 柴都下山了', 'finish_work', 'worker'],
    ['给3108那几个把工钱付了', 'pay', 'employer'],
    ['上次报的理赔批下来没有', 'claim_insurance', 'worker'],
  ] as const)('%s: %s', (text, intent, role) => expect(countyIntent(say(text, { role }).intent)).toBe(intent))
})
