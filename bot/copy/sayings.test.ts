import { describe, expect, it } from '@jest/globals'
import type { FiguresInChat } from '@linggong/api/contract/figures-in-chat.contract.ts'
import type { PayOrder } from '@linggong/api/contract/job.contract.ts'
import type { WageSlipView } from '@linggong/api/contract/statutory.contract.ts'
import { metricCard } from '@linggong/api/core/statistics/metric-card.ts'
import { replyText } from '../dialogue/reply-text.ts'
import { inWords, type SAYINGS, type Saying } from './sayings.ts'
import { aJobView, aTakeView } from './testing/sample-job.ts'

const order: PayOrder = {
  ...{ purpose: 'hold', state: 'asked', number: '10244', amountFen: 30_000, url: 'http://localhost:3000/pay/x', codeUrl: null },
  expiresAt: '2026-11-23T09:30:00+08:00',
}
const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const SENTENCE_CHARACTERS = 40

const hall = { phone: '0598-0000000', hours: '每天 7:00–18:00' }
const job = aJobView()
const posted = aJobView({ isEmployer: true, startCode: '4821' })
const finished = aJobView({
  isEmployer: true,
  startCode: '4821',
  takes: [aTakeView({ state: 'finished', insured: true, workedMinutes: 214 })],
})
const missed = {
  ...{ penalty: 'no-show:take-1', reason: 'no-show' as const, number: '10244', at: '2026-11-20T08:00:00Z', points: 8, pointsNow: 8 },
  ...{ appealUntil: '2026-12-20T08:00:00Z', appeal: null },
}
const ratedSeat = aTakeView({
  ...{ state: 'paid', insured: true },
  rating: { until: '2026-11-27T11:00:00+08:00', shown: false, own: { stars: 5, text: '干活利索' }, other: null },
})
const figures: FiguresInChat = {
  ...{ by: 'day', from: '2026-11-23', to: '2026-11-24', isOpen: true, region: '350428', demo: true, townships: [] },
  dataAsOf: '2026-11-23T07:00:00+08:00',
  figures: (['workers_new', 'orders_completed', 'complaints_per_1000'] as const).map((id) => ({
    ...{ metric: metricCard(id), applies: true },
    now: { value: 12, p90: null, numerator: 12, denominator: null, suppressed: false },
    before: null,
  })),
}
const card = {
  name: '廖*山',
  idNumber: '3504**********9977',
  phone: '138****0000',
  roles: ['worker' as const],
  ageYears: 52,
  verification: 'unverified' as const,
  township: '古镛镇',
  postsAs: null,
}
const quote = { number: '10244', riskClass: 4, premiumPerDayFen: 700, people: 3, days: 1, totalFen: 2100, booked: false }
const wallet = {
  ...{ balanceFen: 10_000, outgoingFen: 30_000, heldFen: 0, earnedThisMonthFen: 10_000, entries: [] },
  ...{ cashThisMonthFen: 2_000, taxThisMonthFen: 300, jobsPaidThisMonth: 1, minutesThisMonth: 490 },
  payeeFrom: null,
  payouts: [{ payout: 'one', amountFen: 30_000, state: 'waiting' as const, failure: null, createdAt: '2026-11-23T07:00:00+08:00' }],
}
const slip: WageSlipView = {
  ...{ number: '10244', trade: '搬运', content: '搬办公桌', employerName: '蔡*云', days: 2, minutes: 1010 },
  ...{ startsAt: '2026-11-21T09:00:00+08:00', endsAt: '2026-11-22T17:00:00+08:00' },
  ...{ startedAt: '2026-11-21T09:05:00+08:00', finishedAt: '2026-11-22T18:00:00+08:00' },
  earned: [
    { kind: 'work', amountFen: 20_000, reason: '' },
    { kind: 'overtime', amountFen: 2_500, reason: '多干1小时' },
  ],
  deducted: [{ kind: 'deduction', amountFen: 1_000, reason: '打碎玻璃' }],
  ...{ payFen: 21_500, taxFen: 120, netFen: 18_880, openFen: 2_500 },
  payments: [
    { at: '2026-11-22T18:30:00+08:00', netFen: 13_880, by: 'wallet' },
    { at: '2026-11-22T18:40:00+08:00', netFen: 5_000, by: 'cash' },
  ],
}
const draft = { ...job, hoursPerDay: 8, postsAs: null, insured: true, isCut: true }

/** One sample for each saying: a new one without a row does not compile. */
const amounts = [{ take: finished.takes[0]?.take ?? '', amountFen: 8000, reason: '迟到2小时' }]

const SAMPLES = {
  help: { roles: ['worker'] },
  hello: {},
  atYourService: {},
  notUnderstood: {},
  stillNotUnderstood: hall,
  human: hall,
  ambulance: {},
  emergency: hall,
  pleaseType: {},
  tooFast: {},
  notYet: hall,
  changeAtHall: hall,
  askNewPhone: {},
  askOldCode: { before: '138****0000', phone: '139****0000' },
  askNewCode: {},
  phoneChanged: { phone: '139****0000' },
  complain: hall,
  claim: hall,
  cannotEdit: hall,
  ownNewsOnly: {},
  newsInGroup: {},
  waitForSeat: {},
  noAdverts: {},
  refused: { refusal: 'job-full', facts: {} },
  idNumberInGroup: {},
  askRole: {},
  askName: { role: 'worker' },
  askIdNumber: {},
  askPhone: {},
  askConsent: { ...card, guardian: { name: '廖*', phone: '138****0001' } },
  registerAgain: {},
  whyIdNumber: {},
  backToRegister: {},
  registeredWorker: { wanted: '10244' },
  registeredEmployer: {},
  registeredToPost: {},
  registeredElder: {},
  registeredMinor: {},
  registeredUnverified: {},
  askGuardianName: {},
  askGuardianPhone: {},
  licences: {
    licences: [
      {
        ...{ licence: 'n1', cert: '焊工证', isSkill: false, state: 'approved' as const, uploadedAt: '2026-11-01T08:00:00Z', reason: null },
        ...{ validUntil: '2029-11-23', reviewOn: '2027-11-23', countsUntil: '2027-11-23' },
      },
    ],
  },
  askLetHelp: {},
  helperCode: { code: '12345678' },
  helperBound: { name: '李*福', called: '爸' },
  helpersEnded: { count: 1 },
  noElders: {},
  askWhom: { elders: [{ called: '爸' }, { called: '老李' }] },
  switched: { called: '爸' },
  switchedBack: {},
  leftElder: { called: '爸' },
  forWhom: { called: '爸' },
  registerElder: {},
  askCreditCode: {},
  askCompanyName: {},
  askBusinessLicence: { name: '清语果业有限公司' },
  companySent: { name: '清语果业有限公司' },
  companies: {
    companies: [
      {
        ...{ company: 'c1', name: '清语果业有限公司', creditCode: '91350428MA0000001R', kind: 'company' as const },
        ...{ state: 'approved' as const, sentAt: '2026-11-01T08:00:00Z', sentAgain: false, checkOn: '2027-05-23' },
        ...{ publishesUntil: '2027-06-06', reason: null, representatives: 1, isFirst: true, postsAs: true },
      },
    ],
  },
  noCompany: {},
  postsAs: { name: null },
  representativeCode: { name: '清语果业有限公司', code: '12345678' },
  joinedCompany: { name: '清语果业有限公司', posts: true },
  askLicencePicture: { cert: '焊工证', url: order.url },
  askWhichLicence: {},
  oneLicenceAtATime: {},
  licenceSent: { cert: '焊工证' },
  pictureTooLarge: {},
  pictureLost: {},
  askSkills: {},
  skillsKept: { skills: ['电焊'], wishes: ['泥瓦'] },
  contactBound: card,
  staffContactBound: {},
  codeInGroup: {},
  askTownship: {},
  townshipKept: { township: '古镛镇' },
  registerToFind: {},
  registerToPost: {},
  postKept: {},
  registrationGone: {},
  toStation: hall,
  me: card,
  registeredAlready: card,
  registerFirst: {},
  roleAdded: { role: 'worker', wanted: null },
  howToPost: {},
  offerToPost: {},
  ask: { field: 'pay', reason: 'pay-negotiable', day: null },
  askAgain: { field: 'headcount' },
  pastStart: {},
  card: { card: draft, findings: ['sex-limit', 'age-limit'], rest: 2 },
  refusedPost: { finding: 'deposit' },
  editAgain: {},
  onlyPlainWords: {},
  backToPost: {},
  nextPost: { content: '摘橙子' },
  oneByOne: {},
  postQueued: {},
  published: { job: posted },
  payToPublish: { job: posted, order },
  payNow: { order },
  nothingToPublish: {},
  postDropped: {},
  jobs: { jobs: [job, aJobView({ licences: ['焊工证'], lackedLicence: '焊工证' })], more: true },
  noJobs: { narrowed: true },
  noMoreJobs: {},
  detail: { job },
  noSuchOption: { last: 3 },
  isItCode: { digits: '4821' },
  took: { job, minutes: 1 },
  tookInRoom: { number: '10244', seatsLeft: 0 },
  onlyOwnSeat: {},
  noteNotPassed: {},
  undone: { number: '10244' },
  askHandBack: { job, lateHours: 12 },
  handedBack: { number: '10244' },
  whichJob: { jobs: [job, job] },
  noJobFor: { verb: 'start' },
  orders: { posted: [posted], taken: [job], isCut: true },
  noOrders: { roles: ['worker'] },
  askStartCode: {},
  startCodes: { jobs: [posted] },
  started: { job },
  finished: { job },
  confirmed: { job: finished, paid: finished.takes },
  askConfirmWork: { job: finished },
  askSettle: { job: finished, amounts },
  whoIsMeant: { name: '陈小旺' },
  settled: { job: finished, amounts },
  askHours: { kind: 'hours', offer: 'part-day', number: '10244' },
  offered: { job: finished, kind: 'cash' },
  cashByEmployer: {},
  offerAnswered: { job, yes: false },
  payComesBy: hall,
  seeYou: { job },
  welcome: {},
  wallet: { wallet, roles: ['worker'], awaited: [job], url: order.url },
  askPayout: { amountFen: 30_000, isAll: true },
  unclearPayout: { balanceFen: 30_000 },
  tooLittleToPayOut: { balanceFen: 50 },
  payoutToConfirm: { amountFen: 30_000, url: order.url },
  payoutOpen: { amountFen: 30_000, url: order.url },
  payoutHeld: { amountFen: 30_000 },
  payoutUnderWay: { amountFen: 30_000 },
  payoutArrived: { amountFen: 30_000 },
  payoutFailed: { amountFen: 30_000, failure: 'name-differs' },
  noPayoutOpen: {},
  askTakeBack: { amountFen: 30_000 },
  takenBack: { amountFen: 30_000 },
  bindPayee: { url: order.url, isFirst: true },
  askErase: { keptUntil: '2029-11-23' },
  askExport: {},
  exportAt: { url: order.url },
  askEraseAgain: {},
  erasing: {},
  wageSlip: { slip },
  noWageSlip: {},
  cover: { jobs: [job] },
  ratings: {
    ...{ number: '10244', employerName: '蔡*云', latest: [{ stars: 5, text: '付钱快', day: '2026-11-20' }] },
    repute: { ratings: 23, average: 4.8, jobs: 12, insuredJobs: 9, calledOff: 0, paySpeed: 'within-2h', inArrears: false },
  },
  ownRepute: {
    asWorker: { ratings: 5, average: 4.6, came: 9, missed: 1, leftLate: 0, lateMinutes: 2 },
    asEmployer: { ratings: 0, average: null, jobs: 0, insuredJobs: 0, calledOff: 0, paySpeed: null, inArrears: false },
  },
  askBlock: { job, name: '蔡*云' },
  blocked: { name: '蔡*云' },
  preferred: { name: '廖*山' },
  untied: { name: '蔡*云', kind: 'blocked' },
  notTied: { kind: 'preferred' },
  nobodyMeant: {},
  whomDoYouMean: { names: ['廖*山', '陈*旺'] },
  ties: { ties: [{ tie: 't', kind: 'blocked', name: '蔡*云', at: '2026-11-20T08:00:00Z' }] },
  conduct: { points: 12, pausedUntil: '2026-11-24T07:30:00+08:00', hallFirst: true, penalties: [missed] },
  nothingToAppeal: {},
  whichPenalty: { penalties: [missed, missed] },
  askWhy: {},
  appealed: {},
  askStars: {},
  rated: { job: finished, seats: [ratedSeat], isMasked: true },
  askInsure: { quote },
  insured: { quote },
  askCancelJob: { job: posted, quote: { people: 2, perSeatFen: 3000, returnsFen: 24_000 } },
  jobCancelled: { job: posted },
  nothingToConfirm: {},
  dropped: {},
  answerOrDrop: { form: { kind: 'code' } },
  figures,
  alerts: { alerts: [{ text: '全县保险覆盖率偏低：3天覆盖率90.5%。', urgent: true, from: '2026-11-20' }], more: true },
  noAlerts: {},
} as const satisfies { readonly [Kind in keyof typeof SAYINGS]: Parameters<(typeof SAYINGS)[Kind]>[0] }

const KINDS = Object.keys(SAMPLES) as readonly (keyof typeof SAMPLES)[]
const textOf = (kind: keyof typeof SAMPLES): string => inWords({ kind, about: SAMPLES[kind] } as unknown as Saying, NOW)

describe('what the bot says', () => {
  it.each(KINDS)('%s is in short sentences without the insides of a program', (kind) => {
    const text = textOf(kind)
    expect(text.replaceAll(order.url, '')).not.toMatch(/undefined|null|NaN|\[object|[a-z]{3,}/)
    expect(text).not.toBe('')
    for (const sentence of text.split(/[。！？\n]/)) expect([...sentence].length).toBeLessThanOrEqual(SENTENCE_CHARACTERS)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048)
  })

  it.each(['tookInRoom', 'registerFirst', 'atYourService', 'ambulance'] as const)(
    '%s, said in the group, names nobody and no money',
    (kind) => {
      expect(textOf(kind)).not.toMatch(/\*|元|\d{6,}/)
    },
  )

  it('tells a wage slip line by line', () => {
    expect(textOf('wageSlip')).toBe(
      [
        '工资条【10244】搬办公桌',
        '老板：蔡*云',
        '11月21日 周六起，2天干了16.8小时',
        '工钱200元',
        '加班25元（多干1小时）',
        '扣10元（打碎玻璃）',
        '代扣个税1.20元',
        '到手188.80元',
        '11月22日 周日 18:30 进钱包138.80元',
        '11月22日 周日 18:40 现金50元',
        '还有25元没付。',
      ].join('\n'),
    )
  })

  it('asks in the style it expects to be answered in', () => {
    expect(replyText({ saying: { kind: 'card', about: SAMPLES.card } as unknown as Saying }, NOW)).toBe(
      [
        '请核对：',
        '活：搬办公桌（搬运）',
        '人数：3人',
        '工钱：100元/人，共放300元',
        '时间：明天(11月24日 周二) 07:00，一天8小时',
        '地点：县政府对面',
        '另有：包午餐',
        '保险：你来买，和工钱一起付',
        '不能限男女，没写上。可说「要搬30公斤重物」。',
        '不能限年龄，没写上。可说活有多重。',
        '一单最多60天，已改成60天。',
        '（还有2个活，发完这个再核对）',
        '对就回「发」。要改就说，比如「改人数5」。不发回「算了」。',
      ].join('\n'),
    )
  })
})
