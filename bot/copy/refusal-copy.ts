import type { RefusalKey } from '@linggong/api/core/refusal.ts'
import type { RefusalFacts } from '@linggong/api/core/result.ts'
import { momentText, yuan } from './format.ts'

type Sentence = string | ((facts: RefusalFacts, now: Temporal.Instant) => string)

const number = (fact: string | number | undefined): number => (typeof fact === 'number' ? fact : 0)
const text = (fact: string | number | undefined): string => String(fact ?? '')

/** Why words about somebody are not shown to all. */
const WHY_NOT: Readonly<Record<string, string>> = {
  phone: '别写电话号码',
  'id-number': '别写身份证号',
  link: '别写网址、二维码和广告',
  contact: '别写微信号、QQ号',
}

/** Where to look: a sign and its place, or how many there should be. */
function creditCodeText({ fault, position, sign, maybe, length }: RefusalFacts): string {
  if (fault === 'length') return `统一社会信用代码是18位，你发的有${number(length)}位。照营业执照再发一遍。`
  if (fault !== 'sign') return '代码对不上，有一位错了。照营业执照一位一位核对，再发一遍。'
  const meant = text(maybe) === '' ? '不对' : `是不是「${text(maybe)}」？`
  return `代码第${number(position)}位「${text(sign)}」${meant}照营业执照核对，再发一遍。`
}

/** What a person hears for each "no": what is the matter and what to send next. A new refusal without a row does not compile. */
export const REFUSAL_COPY: Readonly<Record<RefusalKey, Sentence>> = {
  'bad-request': '这句没看懂，换个说法再发一次。',
  'payload-too-large': '太长了，说短一点再发。',
  'wrong-content-type': '这个发不了，请打字。',
  'not-authorised': '系统还没连好，请稍后再发。',
  'not-allowed': '这个你不能操作。要帮忙回「人工」。',
  'not-found': '没找到。回「找活」看看有啥活。',
  'too-many-requests': '发太快了，歇一分钟再发。',
  'try-again': '系统忙，请再发一次。',
  'key-reused': '这条刚才收到过，内容不一样，请重新发。',
  'not-registered': '你还没登记。回「注册」，一分钟就好。',
  'not-an-employer': '你还没登记招人。回「我要招人」。',
  'not-a-worker': '你还没登记找活。回「我要找活」。',
  'already-registered': '你登记过了。回「我的信息」查看。',
  'id-number-in-use': '这个身份证号登记过了。换了微信请回「人工」。',
  'id-number-invalid': '身份证号好像有一位不对，请再发一遍。',
  'under-age': '没满16岁不能登记干活。有难处回「人工」。',
  'name-invalid': '姓名没看懂，请发身份证上的名字。',
  'phone-invalid': '手机号不对，请发11位手机号。',
  'guardian-missing': '没满18岁，要家长同意。家长的姓名、手机要和你的不一样。',
  'identity-mismatch': ({ triesLeft }) => `姓名和身份证号对不上，请核对。还能试${number(triesLeft)}次。`,
  'identity-locked': '几次都对不上。带身份证到最近的零工驿站，当面登记。',
  'picture-unreadable': '这个打不开。要JPEG或PNG照片，重新拍一张发来。',
  'picture-too-large': '照片太大，调小一点再发。',
  'picture-known': '这张照片收过了，不用再发。回「我的证」看进度。',
  'licence-unknown': '没有这种证，说证的名字，比如「焊工证」。',
  'too-many-licences': '你有好几张证还没审，等审完再发。',
  'licence-reviewed': '这张证已经审过了。',
  'own-review': '自己上传、自己登记的，要别人来审。',
  'licence-over': '证已经过期，或该复审了。办好了再发。',
  'credit-code-invalid': creditCodeText,
  'company-name-invalid': '企业名称没看懂，照营业执照上的写。',
  'company-known': '这家企业登记过了。让企业代表回「加代表」，把码给你。',
  'company-reviewed': '这家企业已经审过了。',
  'company-not-approved': '企业还没审过，先不能用企业发。急就回「按个人发」。',
  'company-check-over': '企业该半年核验了，先不能发活。回「企业登记」重新发执照，或打大厅电话。',
  'not-a-representative': '你现在不是这家企业的代表。回「我的企业」查看。',
  'too-many-representatives': '企业代表太多了，先让大厅去掉几个。',
  'binding-code-wrong': ({ triesLeft }) => `码不对，或过了10分钟。还能试${number(triesLeft)}次，新码找大厅要。`,
  'binding-code-locked': '码错太多次，先停一天，明天再试。急的回「人工」。',
  'own-help': '这是你自己的码，让家人在他的微信上发。',
  'too-many-helpers': '帮他的人太多了，先去掉一个。',
  'not-helping': '你现在不能帮他了。要帮，让他再给你一个码。',
  'helper-may-not': '钱、手机、收款微信这些要本人办，你不能替他办。',
  'not-verified': '身份还没核实，先不能接活、发活。急就带身份证到零工驿站。',
  'trade-unknown': '没有这个工种，换个说法。',
  'file-unreadable': '文件打不开，换一个再发。',
  'columns-missing': '文件里要有姓名、身份证号、手机号三列。',
  'too-many-rows': ({ limit }) => `一次最多${number(limit)}行，分几次发。`,
  'contact-too-new': ({ from }, now) => `这个微信刚绑上，${momentText(text(from), now)}以后才能办。不是你绑的回「人工」。`,
  'pay-contested': '你有工钱还没谈拢，谈好了再注销。回「我的单」看看，要帮忙回「人工」。',
  'pay-owed': '你有活的工钱还没付清，付清了再注销。回「我的单」看看。',
  'work-open': '你有活还没办完，干完、退掉或撤掉再注销。回「我的单」看看。',
  'money-under-way': '你有钱还在路上，到了再注销。回「钱包」看看。',
  'money-left': ({ leftFen }) => `你还有${yuan(number(leftFen))}在这里，先取出来再注销。回「提现」。`,
  'township-unknown': '没有这个乡镇，请发本县的乡镇名，比如「古镛镇」。',
  'job-not-found': '没有这个号的活，请核对号码。回「找活」看看。',
  'not-your-job': '这个活不是你发的。回「我的单」看看。',
  'job-incomplete': '还差几样没写清楚，重新说一遍。',
  'job-not-draft': '这个活已经发过了。回「我的单」看看。',
  'job-not-open': '这个活不招人了。回「找活」看别的。',
  'job-over': '这个活已经结束了。回「我的单」看看。',
  'start-in-past': '开工时间已经过了，请重新说时间。',
  'pay-negotiable': '必须写明工钱。一个人多少钱？',
  'pay-below-floor': ({ floorFenPerHour }) => `工钱低于本县最低：每小时${yuan(number(floorFenPerHour))}。请改高一点。`,
  'pay-out-of-range': ({ atMostFen }) => `工钱不对，一人最多${yuan(number(atMostFen))}。请重新说。`,
  'unlawful-limit': '不能限男女、限年龄，请写活有多重。',
  'unlawful-fee': '不能收押金、服装费等任何费用。',
  'too-many-open-jobs': ({ limit }) => `你正在招的活太多了，最多${number(limit)}个。撤掉一个再发。`,
  'cancel-too-late': '到点了或已经有人开工，撤不了。有事回「人工」。',
  'in-arrears': '你有工钱拖着没付，付清才能再发活。回「付款」看看。',
  'pay-first': '先把工钱付了再弄别的。回「付款」拿付款码。',
  'nothing-to-pay': '现在没有要付的钱。',
  'cash-not-allowed': '本县只能线上付工钱，钱放好了工友才放心。',
  'pay-under-discussion': '工钱还在商量，等对方回话再确认。',
  'already-settled': '工钱已经定了，改不了。有事回「人工」。',
  'answer-first': '对方先提了工钱，先回「同意」或「不同意」。',
  'nothing-offered': '现在没有等你回话的工钱。',
  'not-yours-to-answer': '这是你提的，等对方回话。',
  'reason-missing': '少付要说原因，比如「扣20，迟到两小时」。',
  'pay-not-less': ({ payFen }) => `没比说好的${yuan(number(payFen))}少，不用商量。`,
  'pay-not-more': ({ payFen }) => `加班要比说好的${yuan(number(payFen))}多。`,
  'not-what-is-owed': ({ owedFen }) => `还欠${yuan(number(owedFen))}，给现金要给足这个数。`,
  'no-overtime-at-age': ({ age }) => `满${number(age)}岁的工友不能加班。`,
  'nothing-contested': '这份工钱没有争议。',
  'not-paid': '这个活的工钱还没付，付了再看工资条。',
  'job-full': '手慢了，人已满。回「找活」看别的。',
  'already-taken': '你已经抢到了，不用再抢。回「我的单」看。',
  'own-job': '自己发的活自己不能接。回「找活」看别的。',
  'time-clash': ({ number: other }) => `时间撞了：你已接了【${text(other)}】。要换先回「退单${text(other)}」。`,
  'licence-missing': ({ licence }) => `你缺${text(licence)}，做完那天也要有效。有证回「上传${text(licence)}」，别的活回「找活」。`,
  'guardian-needed': '这个活有危险，满18岁才能接。回「找活」看别的。',
  'over-age': ({ age }) => `为了安全，满${number(age)}岁不能接这类活。回「找活」看别的。`,
  'no-take': '你没接这个活。回「我的单」看看。',
  'undo-too-late': ({ seconds }) => `过了${number(seconds)}秒，不能撤销。要退请回「退单」。`,
  'already-started': '已经开工了，退不了。有事回「人工」。',
  'not-started': '还没开工。到了先问老板要码，回「开工」加4位码。',
  'not-finished': '还没有人收工，等工友收工再确认。',
  'too-early-to-start': ({ from }, now) => `还早，${momentText(text(from), now)}以后再开工。`,
  'wrong-start-code': ({ triesLeft }) => `开工码不对，再问问老板。${triesLeft === undefined ? '' : `还能试${number(triesLeft)}次。`}`,
  'start-code-locked': '码错太多次，已锁住。回「人工」。',
  'already-finished': '你已经收工了，等老板确认。回「钱包」看到账没。',
  'work-goes-on': ({ lastDay }) => `这个活要干到${monthDay(text(lastDay))}，那天再收工。提前走回「人工」。`,
  'payout-out-of-range': ({ leastFen }) => `一次最少提${yuan(number(leastFen))}，金额不对请重新说，比如「提现100」。`,
  'balance-too-low': ({ balanceFen }) => `钱不够：钱包里现有${yuan(number(balanceFen))}。少提一点，比如「提现」全提。`,
  'payee-missing': '还没绑收款微信。回「绑定收款微信」，一分钟就好。',
  'payee-in-use': '这个微信已经绑给别人收钱了。要用自己的微信，有事回「人工」。',
  'payee-too-new': ({ from }, now) => `收款微信刚换，${momentText(text(from), now)}以后才能提。不是你换的回「人工」。`,
  'payouts-not-offered': '这里工钱当面结，不用提现。有事回「人工」。',
  'payout-not-found': '没有这笔提现。回「钱包」看看。',
  'payout-over': '这笔提现已经办完，撤不了了。回「钱包」看看。',
  'not-settled': '还没结清，结清了才能评。工钱没给回「人工」。',
  'rating-over': '过了72小时，评价不能再写、不能再改了。',
  'words-not-allowed': ({ why }) => `评价没存：${WHY_NOT[text(why)] ?? '有不能写的话'}。去掉再发一遍。`,
  'too-many-ties': ({ limit }) => `名单满了，最多${number(limit)}人。回「黑名单」看看，去掉几个再加。`,
  'trade-uninsurable': '这个工种太危险，保险公司不保。回「人工」。',
  'already-insured': '这个活已经买过保险了。回「我的单」看看。',
  'too-late-to-insure': '已经有人开工，买不了了。有事回「人工」。',
  'payout-unanswered': '这笔提现还没放行，也没退回，先办了再关。',
  'staff-task-done': '这件事已经办完了。',
  'alert-not-new': '这条预警已经有人处理了。',
  'alert-not-acknowledged': '这条预警还没人接手，或已经关闭。',
  'sign-in-failed': '账号、密码或动态码不对，请重新登录。',
  'second-factor-missing': '请先在工作台设置动态码。',
  'prove-again': '请先在工作台再验证一次身份。',
  'second-person-needed': '这件事要另一位同事同意才能办。',
  'own-approval': '自己的申请要请同事来同意。',
  'approval-over': '这个申请已经结束了，请重新申请。',
  'code-not-valid': '这个代码不对或过期了，请重新要一个。',
  'password-too-weak': '密码太简单，请换一个长一点的。',
  'login-taken': '这个账号名有人用了，请换一个。',
  'roles-do-not-fit': '这些角色不能放在一个账号上。',
  'own-account': '自己的账号要请同事来改。',
  'wrong-staff-code': ({ triesLeft }) => `码不对，或过了10分钟。${triesLeft === undefined ? '' : `还能试${number(triesLeft)}次。`}`,
  'staff-code-locked': '码错太多次，过十分钟再试。',
  'staff-contact-in-use': '这个微信已绑了别的工作账号，请先解绑。',
}

const monthDay = (day: string): string => {
  const { month, day: dayOfMonth } = Temporal.PlainDate.from(day)
  return `${month}月${dayOfMonth}日`
}

export function refusalText({ refusal, facts }: { refusal: RefusalKey; facts: RefusalFacts }, now: Temporal.Instant): string {
  const sentence = REFUSAL_COPY[refusal]
  return typeof sentence === 'string' ? sentence : sentence(facts, now)
}
