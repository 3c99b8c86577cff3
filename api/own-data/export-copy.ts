/** What lies in the archive of somebody's own data: the name of each file, and what it says. */
export const EXPORT_FILES = {
  person: { name: '个人信息.json', about: '姓名、身份证号、手机、住址乡镇、绑定的微信、收款微信、会干和想干的、同意书' },
  licences: { name: '证书.json', about: '交过的证，照片在「证书照片」里' },
  taken: { name: '接的活.json', about: '接过的每一个活：时间、地点、工钱、开工收工、评价' },
  posted: { name: '发的活.json', about: '发过的每一个活，和接活的人（只露姓）' },
  wages: { name: '账本.json', about: '钱包里进出的每一笔' },
  payouts: { name: '提现.json', about: '每一次提现' },
  policies: { name: '保单.json', about: '每一份意外保险' },
  repute: { name: '信用记录.json', about: '近半年到岗、付款、评价的记录，扣过的分和申诉' },
  ties: { name: '拉黑和常用.json', about: '拉黑了谁、常找谁（只露姓）' },
  credit: { name: '赊账额度.json', about: '大厅给的赊账额度，和赊着的钱' },
  companies: { name: '企业.json', about: '你代表哪些企业' },
  help: { name: '家人代办.json', about: '谁能替你办事、你替谁办事（只露姓），当时怎么同意的' },
  told: { name: '通知.json', about: '给你发过的每一条通知：什么时候、什么事、哪个活' },
  access: { name: '谁动过我的资料.json', about: '谁在什么时候看过、改过这些资料，为了什么' },
} as const

export const PICTURE_FOLDER = '证书照片'
export const EXPORT_NAME = '我的资料.zip'

/** The page on top, for whoever opens the archive. */
export const README = {
  name: '请先看这里.txt',
  words: (day: string) =>
    [
      `这是县零工市场存着的、关于你的全部资料，${day}导出。`,
      '里面有你的身份证号和手机号，自己收好，别转给别人。',
      '',
      '每个文件里是什么：',
      ...Object.values(EXPORT_FILES).map(({ name, about }) => `· ${name}：${about}`),
      `· ${PICTURE_FOLDER}：证书的照片`,
      '',
      '文件用记事本就能打开。金额的单位是分，100分是1元；时间是格林尼治时间，加8小时是北京时间。',
      '别人的名字只露姓，是为了别人的隐私。',
      '资料不对，到大厅或驿站改；不想留了，在聊天里发「注销」。',
      '',
    ].join('\r\n'),
} as const
