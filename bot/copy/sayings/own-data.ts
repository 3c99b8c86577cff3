import { lines } from '../format.ts'
import type { Nothing } from './about.ts'

const dateText = (day: string): string => {
  const { year, month, day: dayOfMonth } = Temporal.PlainDate.from(day)
  return `${year}年${month}月${dayOfMonth}日`
}

export const OWN_DATA = {
  askExport: (_: Nothing) =>
    lines('给你一份你的全部资料，是个压缩包。', '里面有身份证号、手机号，别转给别人。', '要就回「确认」，不要回「算了」。'),
  exportAt: ({ url }: { url: string }) => lines('点开下载你的全部资料：', url, '链接10分钟有效，别给别人。'),
  askErase: ({ keptUntil }: { keptUntil: string | null }) =>
    lines(
      '注销就是把你的资料全删掉，找不回来：',
      '姓名、身份证、手机、证件照片、绑定的微信都不留。',
      keptUntil !== null && `你有工钱记录，法律要留到${dateText(keptUntil)}：`,
      keptUntil !== null && '只留姓名、身份证号、手机，锁起来，到期自动删。',
      '想先存一份，发「导出我的资料」。',
      '要注销回「确认」，不注销回「算了」。',
    ),
  askEraseAgain: (_: Nothing) => lines('最后问一遍：删了就没有了。', '真要删回「删除」两个字，不删回「算了」。'),
  erasing: (_: Nothing) => lines('好，马上删，一分钟内删完。', '以后想来，发「注册」重新登记就行。'),
}
