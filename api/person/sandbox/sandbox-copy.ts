/** Names that nobody bears: under them the sandbox plays what an office can do to us, so that it can be tried in the simulator. */
export const PLAYED = { 查无此人: 'mismatch', 系统维护: 'unavailable', 查询超时: 'silent' } as const

/** What stands on a phone that is made up. */
export const SENT = (phone: string, code: string): string => `［演示短信］${phone}：换手机号的验证码 ${code}，10分钟内有效，别给别人。`
