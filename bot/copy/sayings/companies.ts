import type { CompanyView } from '@linggong/api/contract/company.contract.ts'
import { employerTypeText } from '../employer-type.ts'
import { lines } from '../format.ts'
import type { Nothing } from './about.ts'

type Own = CompanyView & { readonly isFirst: boolean; readonly postsAs: boolean }

const standing = ({ state, reason, checkOn, sentAgain }: Own): string => {
  if (sentAgain) return '新执照在审核'
  if (state === 'waiting') return '在审核'
  return state === 'rejected' ? `没审过：${reason ?? ''}` : `审过了，${checkOn ?? ''}再核验`
}

export const COMPANIES = {
  askCreditCode: (_: Nothing) => '统一社会信用代码是多少？18位，照营业执照发。',
  askCompanyName: (_: Nothing) => '企业叫什么名字？照营业执照上的全名发。',
  askBusinessLicence: ({ name }: { name: string }) =>
    lines(name, '名字不对就再发一遍。对就拍一张营业执照发来。', '发不了照片，带执照到零工大厅。'),
  companySent: ({ name }: { name: string }) => lines(name, '收到了，大厅审好告诉你。现在还是按个人发。'),
  companies: ({ companies }: { companies: readonly Own[] }) =>
    lines(
      ...companies.map((one) => `${one.name}（${employerTypeText(one.kind)}）${standing(one)}${one.postsAs ? '，现在用它发' : ''}`),
      '换着发回「按企业发」「按个人发」。加人回「加代表」。',
    ),
  noCompany: (_: Nothing) => '你还没有企业。回「企业登记」，个人招人不用。',
  postsAs: ({ name }: { name: string | null }) => (name === null ? '好，以后按个人（散户）发。' : lines('好，以后发活用：', name)),
  representativeCode: ({ name, code }: { name: string; code: string }) =>
    lines(name, `让他10分钟内私聊发：加入企业 ${code}`, '只能用一次，别发到群里。'),
  joinedCompany: ({ name, posts }: { name: string; posts: boolean }) =>
    lines('好，你是企业代表了：', name, posts ? '以后发活用它，按个人发回「按个人发」。' : '等大厅审过就能用它发。'),
}
