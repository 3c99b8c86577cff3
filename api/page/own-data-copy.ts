/** Every sentence of the page from which somebody takes his own data. */
export const OWN_DATA_COPY = {
  title: '我的资料',
  forWhom: (name: string) => `${name}的全部资料`,
  what: '一个压缩包：登记信息、证书照片、接的活、工钱、提现、保险，还有谁看过你的资料。',
  care: '里面有身份证号和手机号，自己收好，别转给别人。',
  download: '下载',
  inBrowser: '在微信里下不了，点右上角「…」，选「在浏览器打开」。',
  goneTitle: '链接过期了',
  gone: '链接10分钟有效。回聊天里再发「导出我的资料」。',
  back: '回到聊天',
  backByHand: '可以关掉这一页，回到聊天里。',
} as const
