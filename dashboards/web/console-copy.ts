import type { PersonCard } from '@linggong/api/contract/person.contract.ts'

/** Every sentence of the console of the staff that the API does not say itself. */
const FEN_PER_YUAN = 100
/** 「2,000.50元」 */
export const yuanText = (fen: number): string =>
  `${(fen / FEN_PER_YUAN).toLocaleString('zh-CN', { minimumFractionDigits: fen % FEN_PER_YUAN === 0 ? 0 : 2, maximumFractionDigits: 2 })}元`

export const COMMON = {
  title: '工作台',
  home: '今天要办的',
  back: '回工作台',
  figures: '看统计',
  reading: '正在读取……',
  again: '重新读取',
  doing: '正在办……',
  cancel: '先不办',
  more: '后面还有，办完这些再读取。',
  counting: '正在数……',
  uncounted: '没读到，点进去再试',
  waiting: (count: number, more: boolean) => (count === 0 ? '没有在等的' : `${count}${more ? '+' : ''}件在等`),
  nothing: '这个账号没有要在这里办的事。',
  note: '看过的结果',
  noteHint: '写事，不写人名、电话。',
  secondAsked: '已请同事同意。他点头后15分钟内，再点一次就办。',
} as const

/** What nobody heard of, and what the API says to developers and not to a clerk. */
export const NO: {
  readonly unreachable: string
  readonly 'too-slow': string
  readonly 'try-again': string
  readonly sentences: Readonly<Record<string, string>>
} = {
  unreachable: '没连上网，不知道办成没有。网好了再点一次，不会办两遍。',
  'too-slow': '等了很久没有回音，不知道办成没有。再点一次，不会办两遍。',
  'try-again': '系统现在忙，没办成。过一会儿再点一次，不会办两遍。',
  sentences: {
    'bad-request': '有一项没填对，看看标红的。',
    'not-authorised': '登录过期了，请重新登录。',
    'not-allowed': '这个账号不能办这件事。',
    'too-many-requests': '试得太多了，过一会儿再来。',
    'prove-again': '没有验证，这件事没办。',
    'second-person-needed': '要另一位同事先同意，这件事还没办。',
  },
}

export const DOOR = {
  title: (county: string) => `${county}工作台`,
  ways: { 'sign-in': '登录', join: '用开通码开账号', renew: '丢了密码或手机' },
  submit: { 'sign-in': '登录', join: '开账号', renew: '换密码' },
  otherWays: '其他办法',
  login: '工作账号',
  password: '密码',
  code: '动态码（六位）',
  codeHint: '手机上的动态码；手机不在，用恢复码。还没设就空着。',
  oneTimeCode: '开通码',
  newLogin: '给自己起个账号名',
  loginHint: '小写字母和数字，两个字以上，比如 lixm。',
  name: '姓名',
  newPassword: '密码',
  passwordHint: '一句自己记得住的话，越长越好。',
  over: '登录过期了，请重新登录。刚才填的请重填。',
  left: '已退出。',
  signOut: '退出',
} as const

export const FACTOR = {
  title: '设动态码',
  lead: '用手机上的验证器扫这个码，再输入它显示的六位数。',
  picture: '动态码的二维码',
  byHand: '扫不了，就手输这串：',
  waits: '正在生成……',
  confirm: '确认',
  recoveryTitle: '抄下恢复码',
  recoveryLead: '手机丢了时，每个能代替动态码用一次。只显示这一回，抄在纸上锁好。',
  kept: '抄好了',
} as const

export const ASKING = {
  proofTitle: '再验证一次',
  proofLead: '这件事要当场再验证，五分钟内有效。',
  proof: '密码，或新的六位动态码',
  prove: '验证',
  secondTitle: '要另一位同事同意',
  secondLead: '数额大，一个人不能定。现在请同事到「等人同意的事」里点头？',
  second: '请同事同意',
} as const

export const ROOM = {
  register: { name: '登记', lead: '给站在面前的人登记' },
  find: { name: '查人', lead: '按身份证号看登记了没有' },
  codes: { name: '核实、绑定码', lead: '看过身份证：核实身份、给绑定码、给家人代办码' },
  correct: { name: '改登记资料', lead: '姓名、身份证号、手机号、乡镇登错了，照证改' },
  licences: { name: '审核证', lead: '等第二个人看的证' },
  companies: { name: '审核企业', lead: '等第二个人看的营业执照' },
  payouts: { name: '大额提现', lead: '看过再放行或退回' },
  approvals: { name: '等人同意的事', lead: '大额的、不打码的，两个人才能办' },
  appeals: { name: '申诉', lead: '有人说不怪他，听过本人再定' },
  tasks: { name: '待办', lead: '扣款争议、账单对不上、不该发的话' },
  arrears: { name: '欠薪', lead: '哪些雇主拖了工钱' },
  alerts: { name: '预警', lead: '数字不对劲的地方' },
  accounts: { name: '工作账号', lead: '谁在这里工作，请新同事' },
} as const
export type RoomId = keyof typeof ROOM

export const PERSON = {
  name: '姓名',
  idNumber: '身份证号',
  phone: '手机号',
  township: '住在哪个乡镇',
  pick: '请选择',
  untold: '没说',
  age: '年龄',
  years: (years: number) => `${years}岁`,
  roles: '登记为',
  role: { worker: '找活', employer: '招人' } satisfies Record<PersonCard['roles'][number], string>,
  verification: '身份',
  verified: { unverified: '还没核实', mismatched: '核对不上', verified: '核实过' } satisfies Record<PersonCard['verification'], string>,
  guardian: '没满18岁，要家长同意',
  guardianName: '家长姓名',
  guardianPhone: '家长手机号',
  guardianAgrees: '家长在旁边，同意',
  cardSeen: '看过身份证，人证对得上',
  consentTitle: '念给本人听',
  consent: '资料只用来核对身份、结工钱、买保险，加密保存，不给别人看。您同意吗？',
  consentRead: '念过了，本人同意',
  spoken: '口头同意',
  paper: '签了字',
  register: '登记',
  registered: '登记好了。',
  next: '登记下一个',
} as const

export const FIND = { find: '查', found: '登记过。', hint: '要完整的18位。每次查都有记录。' } as const

export const CODES = {
  what: '办什么',
  kind: { binding: '给绑定码', verify: '核实身份', helper: '给家人代办码' },
  give: '给码',
  verify: '核实身份',
  verified: '身份核实好了。',
  until: (time: string) => `用一次，到${time}为止。`,
  howBinding: (code: string) => `请本人用自己的微信，私聊小助手发「绑定 ${code}」`,
  howHelper: '请家人用自己的微信，私聊小助手发这个码。不要发到群里。',
  elderAgrees: '本人同意让家人帮他找活、接活、收工；钱不让家人动',
} as const

export const CORRECT = {
  who: '现在登记的身份证号',
  right: '照证改成（不改的空着）',
  same: '不改',
  submit: '改',
  done: '改好了，本人会收到消息。',
  waits: '记下了。另一位同事也照证输一遍，才算数。',
  next: '改下一个',
} as const
