/** Every Chinese sentence of the simulator but those of index.html. */
export const COPY = {
  botName: '零工小助手',
  phoneOf: (name: string) => `${name}的手机`,
  whoAreYou: '你是谁？',
  iAm: (name: string) => `我是${name}，换个人`,
  newPerson: '新来的人',
  namePlaceholder: '名字',
  join: '加入',
  morePeople: (count: number) => `还有${count}人，输入名字找`,
  findPerson: '找人',
  chats: '聊天',
  back: '返回',
  unread: (count: number) => `${count}条没看`,
  nothingYet: '还没有人说话',
  send: '发送',
  sayTo: (name: string) => `发给${name}`,
  callBot: '叫小助手',
  quote: '引用',
  quoting: (name: string) => `引用 ${name}`,
  dropQuote: '不引用了',
  quickReplies: '快捷回复',
  firstWords: '还没说过话。点下面的字，或者自己打一句。',
  silentGroup: '群里还没有人说话。有人发活，这里就会看到。',
  beginnings: ['注册', '找活', '发活', '帮助'],
  typeHere: '在这里打字',
  picture: '[图片]',
  photo: '照片',
  sendPhoto: '发照片',
  enlarge: '放大看',
  close: '关掉',
  voice: '[语音]',
  file: '[文件]',
  recalled: (name: string) => `${name}撤回了一条消息`,
  disconnected: '连接断了，正在重连…',
} as const

const ROLE: Readonly<Record<string, string>> = {
  worker: '工友',
  employer: '雇主',
  staff: '大厅',
  operator: '大厅',
  official: '人社局',
  mediator: '调解员',
}

export const roleName = (role: string | undefined): string => (role === undefined ? '' : (ROLE[role] ?? role))

const REFUSED: Readonly<Record<string, string>> = {
  'bad-request': '内容不对',
  'payload-too-large': '内容太长',
  'wrong-content-type': '格式不对',
  'not-found': '没有这个人或这个群',
  'not-allowed': '不能在这里说话',
  'too-many-requests': '人太多了',
  'key-reused': '编号用过了',
}

export const refusalTitle = (code: string): string => REFUSED[code] ?? '没发出去'
