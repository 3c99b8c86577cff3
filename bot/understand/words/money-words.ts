import { wordSet } from './word-set.ts'

/** What stands right behind a sum that is not the pay: 200押金. */
export const OTHER_MONEY = wordSet([
  '押金',
  '服装费',
  '体检费',
  '补贴',
  '全勤',
  '满勤',
  '介绍费',
  '中介费',
  '保证金',
  '定金',
  '报名费',
  '培训费',
  '会费',
  '油补',
  '餐补',
  '车补',
  '话补',
  '奖金',
  '饭补',
  '伙食',
  '房租',
  '多平',
  '油费',
  '路费',
  '的保险',
  '保险',
  '奖',
  '津贴',
  '全奖',
  '额',
  '提成',
  '优惠',
  '块保险',
])

/** 30一天补贴: what stands behind a sum and its measure; 260一天油费另补 begins anew. */
export const EXTRA_MONEY = wordSet('补贴 津贴 全勤 满勤 奖金 奖 提成 押金 补助'.split(' '))

/** What may follow a lone sum without a blank: 130含餐. */
export const FOLLOWERS = wordSet([
  '包',
  '车票',
  '车费我',
  '管',
  '供',
  '左右',
  '起',
  '以上',
  '多',
  '日',
  '中餐',
  '现结',
  '当天',
  '吃',
  '有饭',
  '每',
  '不',
  '可以',
  '干不干',
  '来不来',
  '行',
  '要的',
  '去不去',
  '够',
])

/** Words of pay where no sum is said. */
export const PAID = wordSet('面议 面谈 计件 按件 论斤 好商量 好说 电议 另议 价格私聊'.split(' '))
