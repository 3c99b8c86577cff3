const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** 「11月28日 09:30」 in the county, wherever the browser is. */
export const minuteText = (instant: string | number): string => format.format(new Date(instant))
