import type { LicenceView } from '@linggong/api/contract/licence.contract.ts'
import type { PersonCard } from '@linggong/api/contract/person.contract.ts'
import { countyDay } from '@linggong/api/core/clock.ts'
import type { PersonRole } from '../../dialogue/session.ts'
import { lines } from '../format.ts'
import type { Nothing, Now } from './about.ts'

const ROLE: Readonly<Record<PersonRole, string>> = { worker: '找活', employer: '招人' }

const VERIFICATION: Readonly<Record<PersonCard['verification'], string>> = {
  verified: '',
  unverified: '（身份还在核实）',
  mismatched: '（身份没核实上，带身份证到驿站）',
}

const cardLines = ({ name, idNumber, phone, roles, verification, township }: PersonCard): readonly string[] => [
  `姓名：${name}${VERIFICATION[verification]}`,
  `身份证：${idNumber}`,
  `手机：${phone}`,
  `登记：${roles.map((role) => ROLE[role]).join('、')}`,
  ...(township === '' ? [] : [`住：${township}`]),
]

/** How many days it still counts, the last one included. */
function licenceLine({ isSkill, state, countsUntil, reviewOn, reason, ...paper }: LicenceView, now: Now): string {
  const cert = `${paper.cert}${isSkill ? '（技能，接活不要求）' : ''}`
  if (state === 'waiting') return `${cert}：在审核，审过了才能用。`
  if (state === 'rejected' || countsUntil === null) return `${cert}：没审过。${reason ?? ''}`
  const left = countyDay(now).until(countsUntil, { largestUnit: 'day' }).days
  if (left < 0) return `${cert}：${countsUntil}到期了，办好再来。`
  return `${cert}：有效到${countsUntil}，还有${left}天${reviewOn === countsUntil ? '，到时要复审' : ''}。`
}

interface Applying {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly guardian: { readonly name: string; readonly phone: string } | null
}

const grabHint = (wanted: string | null): string =>
  wanted === null ? '回「找活」看活，看中了回「抢」加号码。' : `刚才的活还要，就回「抢${wanted}」。`

export const REGISTERING = {
  idNumberInGroup: (_: Nothing) => '你刚在群里发了身份证号，快撤回！登记在这里私聊发给我。',
  askRole: (_: Nothing) => '你要找活还是招人？找活回1，招人回2。',
  askName: ({ role }: { role: PersonRole }) => `登记${ROLE[role]}：你叫什么名字？发身份证上的名字。`,
  askIdNumber: (_: Nothing) => '身份证号是多少？18位，只在这里私聊发。',
  askPhone: (_: Nothing) => '手机号是多少？',
  askGuardianName: (_: Nothing) => '没满18岁，要家长同意。爸爸妈妈或监护人叫什么名字？',
  askGuardianPhone: (_: Nothing) => '家长的手机号是多少？',
  askConsent: ({ name, idNumber, phone, guardian }: Applying) =>
    lines(
      `请核对：${name}，${idNumber}，${phone}`,
      '资料只用来核对身份、结工钱、买保险。',
      guardian === null ? undefined : `家长：${guardian.name}，${guardian.phone}。家长在旁边、也同意，才能往下办。`,
      '同意就回「同意」，不对回「重来」。',
    ),
  backToRegister: (_: Nothing) => '接着登记。',
  registerAgain: (_: Nothing) => '没看懂。不登记了回「算了」。',
  whyIdNumber: (_: Nothing) => '身份证号只用来核对身份、结工钱、买保险，加密保存，不给别人看。',
  registeredWorker: ({ wanted }: { wanted: string | null }) => lines('登记好了！', grabHint(wanted)),
  registeredEmployer: (_: Nothing) => lines('登记好了！招人直接说，比如：', '明天7点搬桌子3个人100一个 县政府对面'),
  registeredToPost: (_: Nothing) => '登记好了！接着发活。',
  registeredElder: (_: Nothing) => '您年纪大些，高处的活、加班不能接，保险照有。',
  registeredMinor: (_: Nothing) => '没满18岁，危险的活、要特种证的活不能接。',
  registeredUnverified: (_: Nothing) => '登记先收下了，身份还在核实。现在能看活，核实好了才能接活、发活，到时告诉你。',
  licences: ({ licences }: { licences: readonly LicenceView[] }, now: Now) =>
    licences.length === 0 ? '还没有证。回「上传焊工证」这样的话，再把照片发来。' : lines(...licences.map((one) => licenceLine(one, now))),
  askLicencePicture: ({ cert, url }: { cert: string | null; url: string | null }) =>
    lines(
      cert === null ? '什么证？回证名，比如「焊工证」，再发照片。' : `拍一张${cert}发来，字要看得清。`,
      url !== null && `这里发不了照片，就打开：${url}`,
      '不会拍，带证到零工驿站也行。',
    ),
  askWhichLicence: (_: Nothing) => '照片收到了。这是什么证？回证名，比如「焊工证」「健康证」。不是证回「算了」。',
  oneLicenceAtATime: (_: Nothing) => '一张一张来：先说前一张是什么证，再发下一张。',
  licenceSent: ({ cert }: { cert: string }) => `${cert}收到了，大厅审好告诉你。回「我的证」看进度。`,
  pictureTooLarge: (_: Nothing) => '照片太大，收不下。选「标准」不选「原图」再发，或回「上传证书」拿链接传。',
  pictureLost: (_: Nothing) => '这张照片没收到，请再发一次。',
  askSkills: (_: Nothing) => '会干什么、想干什么？比如「我会电焊、水电，想干装修」。',
  skillsKept: ({ skills, wishes }: { skills: readonly string[]; wishes: readonly string[] }) =>
    lines(
      '记下了。',
      skills.length > 0 && `会干：${skills.join('、')}`,
      wishes.length > 0 && `想干：${wishes.join('、')}`,
      '要证的活，证另外上传。',
    ),
  contactBound: (card: PersonCard) => lines('绑好了，这个微信就是你：', ...cardLines(card), '找活回「找活」，看钱回「钱包」。'),
  staffContactBound: (_: Nothing) => '绑好了，这个微信是你的工作号了。',
  codeInGroup: (_: Nothing) => '码发到群里就不算了，快撤回！找发码的人再要一个，私聊发给我。',
  askTownship: (_: Nothing) => '你住哪个乡镇？比如回「古镛镇」，不想说回「算了」。',
  townshipKept: ({ township }: { township: string }) => `好，记下了：${township}。`,
  registerToFind: (_: Nothing) => '接活先登记一下，一分钟就好。想先看看回「找活」。',
  registerToPost: (_: Nothing) => '第一次招人先登记一下，一分钟就好。',
  postKept: (_: Nothing) => '活先记下了，登记完就发。',
  registrationGone: (_: Nothing) => '好，不登记了。要登记回「注册」。',
  toStation: ({ phone }: { phone: string }) => `试了几次都不对。打${phone}，或到零工驿站，有人帮你登记。`,
  me: (card: PersonCard) => lines(...cardLines(card)),
  registeredAlready: (card: PersonCard) => lines('你登记过了：', ...cardLines(card)),
  registerFirst: (_: Nothing) => '先私聊我发「注册」，登记了再抢。',
  roleAdded: ({ role, wanted }: { role: PersonRole; wanted: string | null }) =>
    role === 'employer' ? '好，你也能招人了。直接说要几个人、干什么、多少钱。' : `好，你也能接活了。${grabHint(wanted)}`,
}
