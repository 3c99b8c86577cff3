import { type Move, story } from './move.ts'

const WORKED = 'take0.0 take0.1 told start0.0 start0.1 finish0.0 finish0.1 told'
const OPEN = 'publish0 pay0 hear told'
const ON_CREDIT = 'trust0=30000 publish0 told'

const TEXTS = {
  'worked, paid and taken home': `${OPEN} ${WORKED} confirm0 told withdraw.0 thumb.0 hear withdraw.1=5000 told`,
  'nobody ever pays': 'insure0 publish0 told quiet pass=1600',
  'paid twice, by two codes': 'publish0 told pass=130 ask0 told force0=1 pay0 told quiet cancel0 told',
  'paid after it was taken back': 'publish0 told cancel0 told force0 quiet',
  'paid in the moment in which it is taken back': 'publish0 told pay0 hear cancel0 tell told quiet',
  'paid when the work should have begun': 'publish1 told pass=450 force1 quiet',
  'paid, and no callback comes': `publish0 told pay0 lose quiet ${WORKED} confirm0 quiet`,
  'insured before it is out': `insure0 ${OPEN} take0.0 told undo0.0 told take0.0 handBack0.0 told take0.0 take0.1 told start0.0 finish0.0 confirm0 told`,
  'insured when it is out': `${OPEN} take0.0 told insure0 told pay0 hear told handBack0.0 take0.2 told take0.1 told start0.2 finish0.2 told`,
  'insured too late': `${OPEN} take0.0 insure0 told start0.0 pay0 hear told finish0.0 confirm0 told`,
  'insured on credit, seats given up':
    'trust2=150000 insure2 publish2 told pay2 hear told take2.0 told handBack2.0 take2.1 told start2.1 finish2.1 confirm2 told',
  'cover comes in while a seat changes hands':
    'trust2=150000 publish2 told take2.0 told insure2 told pay2 hear tell tell tell handBack2.0 take2.1 told start2.1 finish2.1 confirm2 told',
  'worked on credit': `${ON_CREDIT} ${WORKED} confirm0 told pay0 hear told quiet`,
  'worked on credit, paid late': `${ON_CREDIT} ${WORKED} confirm0 told pass=1600 quiet ask0 pay0 quiet`,
  'two bills, neither of them paid for more than a day': `${ON_CREDIT} take0.0 take0.1 told start0.0 start0.1 finish0.0 confirm0 told pass=700 finish0.1 confirm0 told pass=800 quiet pay0=1 hear told pass=700 quiet`,
  'credit that does not reach': 'trust1=20001 publish0 told publish1 told quiet cancel0 told publish1 told',
  'cash for finished work': `publishCash0 told ${WORKED} cash0.0 cash0.1 yes0.0 told no0.1 told judge0.1=9000 told quiet`,
  'cash for what is owed': `publishCash0 told ${WORKED} confirm0 told cash0.0 yes0.0 told quiet cash0.1 yes0.1 told`,
  'cash for what is owed, on credit': `${ON_CREDIT} ${WORKED} confirm0 told cash0.0 yes0.0 told quiet`,
  'cash out of an escrow': `${OPEN} ${WORKED} cash0.0 yes0.0 confirm0 told quiet`,
  'more than agreed': `${OPEN} ${WORKED} settle0.0=501 settle0.1=0 told pay0 hear told quiet`,
  'overtime, then cash for it': `${OPEN} ${WORKED} over0.0=2 yes0.0 confirm0 told cash0.0 yes0.0 told quiet`,
  'overtime that a worker asks for, and nobody answers': `${OPEN} ${WORKED} pass=1200 overBy0.0=3 told pass=3200`,
  'overtime agreed after the clock ran out': `${OPEN} ${WORKED} pass=1400 over0.0=1 told pass=300 yes0.0 told pass=1600`,
  'a part of the day': `${OPEN} take0.0 take0.1 start0.0 start0.1 part0.0=3 yes0.0 told partBy0.1=5 told yes0.1 told quiet`,
  'a deduction that is agreed': `${OPEN} ${WORKED} less0.0=333 yes0.0 told confirm0 told quiet`,
  'a deduction that is refused': `${OPEN} ${WORKED} less0.0=333 no0.0 told confirm0 told pass=3200 judge0.0=9900 told`,
  'a deduction that is met with silence': `${OPEN} ${WORKED} settle0.0=-400 told own0.0 pass=1500 quiet pass=1600 judge0.0=10001 told`,
  'a quarrel that ends in the full pay': `${OPEN} ${WORKED} less0.0=333 no0.0 told settle0.0=0 told`,
  'a bill paid while it is withdrawn': `${ON_CREDIT} ${WORKED} confirm0 told cash0.0 pay0 yes0.0 told hear told quiet pay0 quiet`,
  'a bill withdrawn while it is paid': `${ON_CREDIT} ${WORKED} confirm0 told cash0.0 pay0 hear yes0.0 tell told quiet ask0 pay0 quiet`,
  'taken back late': `publish1 pay1 hear told take1.0 take1.1 told cancel1 told quiet`,
  'taken back late, on credit': `trust1=90000 publish1 told take1.0 take1.1 told cancel1 told quiet pay1 hear told`,
  'taken back for the weather': `publish1 pay1 hear told take1.0 told rain1 told quiet`,
  'taken back in time': `insure0 ${OPEN} take0.0 told cancel0 told quiet`,
  'refunds that take their time': `slow ${OPEN} cancel0 told quiet pass=1500 quiet settleRefund quiet`,
  'a refund that cannot arrive': `slow ${OPEN} cancel0 told settleRefund=1 hear told quiet settleRefund=0 lose quiet`,
  'a refund that is given up': `slow publish0 pay0 hear told publish2 pay2 hear told cancel0 cancel2 told settleRefund=2 hear told quiet`,
  'withdrawals that race': `${OPEN} ${WORKED} confirm0 told withdraw.0=6000 withdraw.0=6000 again told thumb.0 quiet`,
  'withdrawals that fail, expire and are taken back': `${OPEN} ${WORKED} confirm0 told withdraw.0=1000 bank.0 withdraw.0=2000 takeBack.0 withdraw.0=3000 told pass=1500 withdraw.1=4000 thumb.1 lose quiet`,
  lies: `publish0 told lie=1 pay0 hear hear lie=0 quiet ${WORKED} confirm0 told withdraw.0 lie=-1 thumb.0 hear quiet lie=1 cancel1 told`,
  'refunds that are lied about': `${OPEN} lie=7 cancel0 told hear hear lie=0 quiet`,
  'answers that are lost': `break publish0 told ask0 swallow pay0 hear told swallow cancel0 told quiet`,
  'a seat left over, and no answer to its refund': `${OPEN} take0.0 told start0.0 finish0.0 swallow confirm0 told lose quiet`,
  'a payout whose answer is lost': `${OPEN} ${WORKED} confirm0 told swallow withdraw.0 told quiet thumb.0 break withdraw.1 spoil quiet`,
  'callbacks twice and out of order': `${OPEN} hearAgain hearAgain ${WORKED} settle0.0=100 confirm0 told pay0 hear hearAgain=1 hearAgain told quiet`,
  'nobody came': `${OPEN} take0.0 told pass=3000`,
  'one came, one did not': `${OPEN} take0.0 take0.1 told start0.0 finish0.0 told pass=1600`,
  'nobody confirms': `${OPEN} ${WORKED} pass=1600`,
} as const

export type StoryName = keyof typeof TEXTS

export const STORIES: Readonly<Record<StoryName, readonly Move[]>> = Object.fromEntries(
  Object.entries(TEXTS).map(([name, text]) => [name, story(text)]),
) as Record<StoryName, readonly Move[]> // the same names
