/** Every sentence of the page on which somebody sends the picture of a paper. */
export const UPLOAD_COPY = {
  title: (cert: string | null) => (cert === null ? '上传证书' : `上传${cert}`),
  forWhom: (name: string) => `${name}的证`,
  ask: '把证摆平，光线好，字看得清。',
  which: '什么证',
  take: '拍照，或从相册选',
  send: '上传',
  own: '只传自己的证。别人发来的这个链接，不要点。',
  back: '回到聊天',
  backByHand: '可以关掉这一页，回到聊天里。',
} as const

/** What came of it. */
export const UPLOAD_OUTCOME = {
  sent: { title: '收到了', words: '大厅审好告诉你。回聊天里发「我的证」看进度。' },
  known: { title: '这张收过了', words: '不用再传。回聊天里发「我的证」看进度。' },
  'too-many': { title: '先不用传', words: '你有好几张证还没审，等审完再传。' },
  gone: { title: '链接过期了', words: '链接30分钟有效。回聊天里再发「上传证书」。' },
} as const

/** What is wrong with the picture: another one may be tried at once. */
export const UPLOAD_FAULT = {
  'picture-missing': '还没有选照片。',
  'picture-unreadable': '这个打不开。要JPEG或PNG照片，重新拍一张。',
  'picture-too-large': '照片太大了。拍远一点，或选小一点的照片。',
  'licence-unknown': '选一下是什么证。',
  'try-again': '没传上去，请再试一次。',
} as const
