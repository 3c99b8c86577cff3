import { LIMIT } from '../core/limit.ts'
import type { StaffAction } from '../core/staff/action.ts'
import type { ScopeKind } from '../core/staff/scope.ts'
import type { WeightyRoute } from './weighty-calls.ts'

/** What the scopes and actions of staff are called by the people of the county's bureau. */
export const SCOPE_NAME: Readonly<Record<ScopeKind, string>> = { county: '全县', townships: '几个乡镇', station: '一个驿站' }

export const ACTION_NAME: Readonly<Record<StaffAction, string>> = {
  'own-account': '管自己的工作账号：密码、动态码、恢复码、绑定自己的微信',
  'see-figures': '看统计数字（只有数字，看不到人）',
  'handle-alerts': '处理预警：接手、写明结果后关闭',
  'see-tasks': '看待办',
  'close-task': '办结待办',
  'see-arrears': '看哪些雇主欠薪',
  'settle-pay': '工钱没谈拢时，听完双方后定下给多少',
  'set-credit': '给雇主定赊账额度',
  'see-conduct': '看某人说好没做到的记录和申诉',
  'talk-over': '和几次说好没做到的人说过以后，放开他接活、发活',
  'decide-appeal': '听过本人后，决定申诉成不成立',
  'see-payouts': '看有哪些大额提现在等人看',
  'release-payout': '看过大额提现后放行或退回（不能放行自己的）',
  'export-files': '导出工资支付台账和涉税信息报送表',
  'register-people': '给站在面前的人登记',
  'find-people': '按完整的身份证号查一个人登记了没有（打码，每次都记审计）',
  'verify-people': '看过身份证后核实身份、给绑定码',
  'correct-people': '看过身份证后改正登记资料（改身份证号、改核实过的姓名要另一位同事也照证输一遍）',
  'export-people': '本人带身份证来要求时，把他的全部资料交给他',
  'erase-people': '本人带身份证来要求时，注销他的资料',
  'import-people': '用表格成批登记',
  'add-licence': '替本人交证的照片',
  'see-licences': '看有哪些证在等审核（不带照片和姓名）',
  'open-licence': '打开证的照片（每次都记审计）',
  'review-licence': '审核证：不能审自己交的，也不能审自己登记的人的',
  'add-company': '替企业代表交营业执照的照片',
  'see-companies': '看有哪些企业在等审核、等复核（不带照片）',
  'open-company': '打开营业执照的照片（每次都记审计）',
  'review-company': '审核企业、每半年复核：不能审自己交的',
  'change-representatives': '给企业加代表、去掉代表',
  'see-staff': '看有哪些工作账号',
  'invite-staff': '发邀请码，让新同事开工作账号',
  'change-staff': '改别人的角色和范围（不能改自己的）',
  'suspend-staff': '停用或恢复别人的工作账号（不能停自己的）',
  'reset-staff': '同事丢了密码或手机时，重新发一个开通码',
  'ask-approval': '请另一位同事同意一件要双人同意的事',
  'see-approvals': '看谁在请人同意什么',
  approve: '同意或不同意别人的申请（不能同意自己的）',
}

export const WEIGHTY_NAME: Readonly<Record<WeightyRoute, (aloneYuan: string) => string>> = {
  decideAppeal: () => `撤销${LIMIT.pointsAlone}分以上的处罚`,
  settleContested: (yuan) => `一个人的工钱定得超过 ${yuan} 元`,
  setCreditLine: (yuan) => `赊账额度定得超过 ${yuan} 元`,
  exportWageLedger: () => '工资支付台账里的姓名、身份证号、手机号不打码',
  exportPlatformReport: () => '涉税信息报送表里的姓名、身份证号、手机号不打码',
}

export const RIGHTS_COPY = {
  title: '工作人员权限表',
  head: [
    '谁能做什么、能管到哪里，都在这里。本表由程序从权限规则和接口清单生成（`npm run --silent rights:document`），不用手改：',
    '规则改了而本表没跟上，测试就不通过；本表写的每一格，测试都拿每个角色真的去试过。',
  ],
  howTitle: '怎么看',
  how: [
    '**没写的就是不许。** 空格表示不许做。',
    '● 表示在自己的范围里可以做；○ 表示只限本人的那一份。',
    '一个工作账号有一个或几个角色，只有一个范围：全县、几个乡镇，或一个驿站。',
    '没设动态码的账号，除了管自己的账号，什么也做不了。',
    '「再次验证」是当场再输一次密码或动态码，五分钟内有效；「双人同意」是另一位同事先点头，申请人自己不能点。',
  ],
  rolesTitle: '角色',
  rolesHead: ['角色', '可以有的范围', '能不能和别的角色同在一个账号'],
  alone: { true: '不能', false: '能' },
  actionsTitle: '能做的事',
  actionHead: '做什么',
  stepsHead: ['再次验证', '双人同意'],
  when: { never: '', weighty: '大额、不打码时', always: '每次' },
  reach: { scope: '●', own: '○', none: '' },
  /** Between whom may agree: 大厅工作人员或安全员. */
  or: '或',
  by: (when: string, who: string) => `${when}，由${who}`,
  placesTitle: '管到哪里',
  placesHead: ['范围', '本乡镇的', '本县别的乡镇的', '不知道是哪个乡镇的', '外县的'],
  may: { true: '●', false: '' },
  placesNote: '名册（待办、证、欠薪）里只列自己管得到的，管不到的连有没有都不说。',
  weightyTitle: '什么算大额、不打码',
  weightyNote: '金额是出厂的数，县里可以另定（`ALONE_YUAN`）。工友一天里提现超过一定数额，也要大厅有人看过才发（`UNLOOKED_YUAN`）。',
  routesTitle: '对应的接口',
  routesHead: ['做什么', '接口'],
} as const
