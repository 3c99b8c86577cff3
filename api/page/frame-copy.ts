/** What every page says around its own words. */
export const FRAME_COPY = {
  brand: '零工市场',
  missingTitle: '没有这个页面',
  missing: '网址可能没复制全。回聊天里再点一次。',
  brokenTitle: '暂时打不开',
  broken: '过一会儿再试。钱不会因此付两次。',
  foreignTitle: '没有做',
  foreign: '这个按钮只能在我们自己的页面上点。',
} as const
