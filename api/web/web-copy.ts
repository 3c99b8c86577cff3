/** What the statistics page and the hall screen say before their scripts run. */
export const WEB_COPY = {
  statisticsTitle: '零工市场统计',
  screenTitle: '零工大厅',
  demo: '演示数据',
  dataAsOf: '数据截至',
  stale: '超过一天没有新数据，请核对',
  wholeCounty: '全县',
  preparing: '图表正在打开……',
  noScript: '没有脚本也能看上面的数字；图表和下载要打开 JavaScript。',
  signInTitle: '登录后查看',
  signIn: '统计数字给领导和工作人员看。请登录，或输入看数口令。',
  token: '看数口令',
  enter: '进入',
  join: '加零工小助手的二维码',
  screenWaits: '正在读取招工信息……',
} as const
