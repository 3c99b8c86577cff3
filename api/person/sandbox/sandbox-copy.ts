/** Names that nobody bears: under them the sandbox plays what an office can do to us, so that it can be tried in the simulator. */
export const PLAYED = { 查无此人: 'mismatch', 系统维护: 'unavailable', 查询超时: 'silent' } as const
