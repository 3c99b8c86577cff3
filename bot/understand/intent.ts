/** The intents of the county's chat vocabulary; their names are fixed. */
export const COUNTY_INTENTS = [
  'post_job',
  'grab',
  'cancel_grab',
  'seek_job',
  'list_jobs',
  'my_orders',
  'job_detail',
  'start_work',
  'finish_work',
  'confirm_finish',
  'pay',
  'wallet',
  'withdraw',
  'rate',
  'complain',
  'insure',
  'claim_insurance',
  'register',
  'real_name',
  'add_skill',
  'upload_cert',
  'training_list',
  'training_enroll',
  'help',
  'human_agent',
  'stop_notify',
  'resume_notify',
  'cancel_job',
  'spam',
  'none',
] as const

/** What only the bot's dialogue tells apart, each with the county intent it counts as outside of it. */
export const BOT_INTENTS = {
  /** 救命, 受伤了: answered with 120 before anything else. */
  emergency: 'claim_insurance',
  undo: 'cancel_grab',
  confirm: 'none',
  publish: 'none',
  deny: 'none',
  edit_draft: 'none',
  next_page: 'list_jobs',
  choose: 'none',
  waitlist: 'grab',
  proxy_grab: 'grab',
  substitute: 'cancel_grab',
  my_profile: 'real_name',
  my_certs: 'upload_cert',
  change_phone: 'register',
  unregister: 'stop_notify',
  proxy_register: 'register',
  repeat_job: 'post_job',
  edit_job: 'post_job',
  invite_worker: 'post_job',
  available: 'seek_job',
  set_preference: 'seek_job',
  subscribe: 'resume_notify',
  acknowledge: 'none',
  no_show: 'complain',
  bad_weather: 'finish_work',
  overtime: 'finish_work',
  pay_cash: 'pay',
  pay_each: 'pay',
  wage_slip: 'wallet',
  /** 看评价10086, 我的口碑: what others have said, nothing is rated. */
  see_ratings: 'rate',
  /** 看谁接了: who holds the seats of a job of one's own. */
  who_took: 'job_detail',
  block: 'complain',
  unblock: 'complain',
  /** 常用工老李: he is told first; 取消常用工老李. */
  prefer: 'none',
  unprefer: 'none',
  /** 黑名单, 常用工名单. */
  my_ties: 'none',
  /** 我的处罚, 为什么停我接单. */
  my_conduct: 'none',
  complaint_status: 'complain',
  withdraw_complaint: 'complain',
  appeal: 'complain',
  start_business: 'training_list',
  statistics: 'none',
  review: 'none',
  assign_workers: 'none',
} as const

export type CountyIntent = (typeof COUNTY_INTENTS)[number]

export type BotIntent = keyof typeof BOT_INTENTS

export type Intent = CountyIntent | BotIntent

const isBotIntent = (intent: Intent): intent is BotIntent => Object.hasOwn(BOT_INTENTS, intent)

/** The same intent in the county's vocabulary, for exchange with programs that know only that. */
export const countyIntent = (intent: Intent): CountyIntent => (isBotIntent(intent) ? BOT_INTENTS[intent] : intent)
