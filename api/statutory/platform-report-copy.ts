/**
 * The tax office's two forms for platforms (国家税务总局公告2025年第15号, annexes 身份信息报送表 and 收入信息报送表), as far as they concern people without a
 * trade licence who earn pay: their columns, in the forms' order. What is for shops, goods and broadcasts has no place on a labour market.
 */
export const IDENTITY_HEADINGS = {
  nth: '序号',
  licensed: '是否已取得登记证照',
  name: '姓名',
  documentType: '证件类型',
  documentNumber: '证件号码',
  country: '国家或地区',
  exempt: '是否存在免于报送收入信息情形',
  userName: '店铺（用户）名称',
  userId: '店铺（用户）唯一标识码',
  contactName: '联系人姓名',
  contactPhone: '联系电话',
  since: '经营开始时间',
  state: '信息状态标识',
} as const

export const INCOME_HEADINGS = {
  nth: '序号',
  licensed: '是否已取得登记证照',
  name: '姓名',
  documentType: '证件类型',
  documentNumber: '证件号码',
  country: '国家或地区',
  platform: '收入来源的互联网平台名称',
  userName: '收入来源的店铺（用户）名称',
  userId: '收入来源的店铺（用户）唯一标识码',
  total: '收入总额',
  labour: '劳务报酬',
  other: '从事其他网络交易活动取得的收入',
  fees: '支付给平台的佣金、服务费合计',
  count: '交易（订单）数量',
} as const

/** Codes as the forms want them. */
export const REPORT_COPY = {
  yes: '是',
  no: '否',
  idCard: '201|居民身份证',
  china: '156|中国',
  added: '新增',
  sheet: { identity: '身份信息', income: '收入信息' },
  title: (form: 'identity' | 'income', year: number, quarter: number) =>
    `平台内从业人员${form === 'identity' ? '身份' : '收入'}信息报送表${year}年第${quarter}季度`,
} as const
