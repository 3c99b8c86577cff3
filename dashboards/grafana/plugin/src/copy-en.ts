import { CONTRACT } from './contract.ts'
import type { ZH } from './copy-zh.ts'
import { worded } from './worded.ts'

const PARTY = { worker: 'Handed back by the worker', employer: 'Taken back by the employer', nobody: 'Nobody, such as weather' }

const EMPLOYER = { household: 'Households', company: 'Companies', coop: 'Co-operatives' }
const CHANNEL = { chat: 'In the chat', staff: 'By the staff' }

/** The same in English. Names and definitions of metrics come from the county and stay as they are. */
export const EN: typeof ZH = {
  editor: {
    ask: 'Show',
    asks: { figures: 'Figures', alerts: 'Alerts', freshness: 'Age of the data' },
    metric: 'Metric',
    breakdown: 'Breakdown',
    region: 'Region',
    trade: 'Trade',
    bucket: 'Bucket',
    pick: 'Choose',
    reading: 'Reading the metrics …',
    metricOption: (name: string, id: string) => ({ label: id.replaceAll('_', ' '), description: name }),
    notCollectedMark: ' (not collected yet)',
    wholeCounty: 'Whole county',
    allTrades: 'All trades',
    events: 'Marks the Spring Festival, the harvests, days on which rules changed, and alerts. The time range is that of the dashboard.',
  },
  variable: {
    kind: 'Choices of',
    county: 'County',
    countyHint: 'The first choice of townships is the whole county; name its variable here, such as $county',
  },
  variableKind: {
    counties: 'Counties',
    townships: 'The county and its townships',
    trades: 'Trades',
    metrics: 'Metrics',
    buckets: 'Buckets',
  },
  config: {
    url: 'Address of the API',
    urlHint:
      'Where the market’s API listens, such as http://api:3000. Only the Grafana server has to reach it, not who looks at dashboards.',
    urlWrong: 'It begins with http:// or https://',
    token: 'Statistics token',
    tokenHint: 'STATS_TOKEN of the .env file. It reads figures and nothing about any person; once saved it is not shown again.',
    tokenSet: 'Configured',
  },
  breakdown: {
    none: 'None',
    township: 'Township',
    trade: 'Trade',
    risk: 'Risk class',
    age: 'Age',
    channel: 'Way of registering',
    employer: 'Type of employer',
    party: 'Party at fault',
    ageing: 'Age of debt',
    stars: 'Stars',
  },
  bucket: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year', all: 'The whole range' },
  group: {
    age: (group: string) => `aged ${group}`,
    ageing: (group: string) => `${group} days`,
    risk: (group: string) => `class ${group}`,
    stars: (group: string) => `${group} stars`,
    channel: (group: string) => worded(CHANNEL, group),
    employer: (group: string) => worded(EMPLOYER, group),
    party: (group: string) => worded(PARTY, group),
  },
  unknown: 'not given',
  noTownship: 'no township',
  field: { time: 'Time', median: 'Median', p90: '90th percentile' },
  alert: { day: 'Day', title: 'Alert', text: 'What was found', desk: 'Who looks', state: 'State', urgent: 'Urgent', isUrgent: 'urgent' },
  alertState: { new: 'nobody yet', acknowledged: 'looked into', closed: 'closed' },
  freshness: { asOf: 'Data as of', what: 'Data', demo: 'Demo data', real: 'Real data' },
  unit: {
    people: ' people',
    jobs: ' jobs',
    seats: ' seats',
    takes: ' takes',
    fen: ' yuan',
    employers: ' employers',
    personDays: ' person-days',
    minutes: ' min',
    days: ' days',
    perThousand: ' ‰',
    perJob: ' a job',
    stars: ' stars',
    cases: ' cases',
  },
  cell: {
    notCollected: 'not collected yet',
    suppressed: 'too few people to tell',
    either: 'kept back, or nothing yet',
    empty: 'nothing yet',
  },
  notice: {
    asOf: (when: string) => `Data as of ${when}`,
    demo: 'Demo data, nothing of it is real',
    suppressed: (count: number) => `${count} figures stand for fewer than 5 people and are kept back`,
    revised: (count: number) => `${count} figures of closed months were corrected later; shown is what was closed`,
    notCollected: (metric: string) => `${metric}: not collected yet, which is not 0`,
    allTrades: (metric: string) => `${metric} is not known by trade: this is all of them`,
  },
  health: {
    fine: (when: string, metrics: number) => `Connected: ${metrics} metrics, data as of ${when}`,
    demo: 'What is shown is demo data.',
    unreachable: 'The market’s API cannot be reached. Check the address, that the service runs, and that the Grafana server can reach it.',
    unauthorised: 'The API does not accept the token. Enter STATS_TOKEN of the .env file, save, and test again.',
    mismatch: `This is not the market’s API, or another version of it (contract ${CONTRACT} is needed). Check the address, or bring plugin and service to the same release.`,
    stale: (when: string) =>
      `Reached, but the data end at ${when}: nothing has been counted for more than a day. Check that the worker runs.`,
  },
  refused: {
    bucket: 'That is too many buckets for this range, or the metric is not counted by them. Choose another bucket.',
    breakdown: 'The metric is not known by this breakdown.',
    metric: 'There is no such metric.',
    other: (title: string) => `The API did not answer: ${title}`,
  },
}
