// Imports run one way (ARCHITECTURE.md, "The house"): core <- contract <- slice verbs <- slice edges <- main; bot, seeds and dashboards know
// only core and contract of the api. `npm run direction` checks it; test/direction plants violations and asserts that each is caught.

const TESTS = String.raw`\.test\.tsx?$|^test/|/(testing|suite)/`
const COMPOSE_ROOTS = String.raw`^api/(main|start|chat-runner)[^/]*\.ts$`
const EDGES = String.raw`^api/[^/]+/[^/]+\.(routes|tasks|subscribers)\.ts$`
const COLLECTIONS = String.raw`^api/[^/]+/[^/]+\.collection\.ts$`
// Rooms of the api that are no slice. Every other folder of the api is one.
const ROOMS = '^api/(core|contract|store|vault|event|http|queue|schedule)/'

// A package is spoken to in one place, so that it can be replaced there. Patterns also match a name that did not resolve.
const OWNERS = [
  { name: 'express', package: 'express', owner: ['^api/http/', String.raw`^api/.+\.routes\.ts$`] },
  { name: 'mongoose', package: '(mongoose|mongodb)', owner: ['^api/store/mongo/'] },
  { name: 'bull', package: '(bull|ioredis)', owner: ['^api/queue/'] },
  { name: 'node-cron', package: 'node-cron', owner: ['^api/schedule/'] },
  { name: 'wechatpay', package: 'wechatpay-axios-plugin', owner: ['^api/payment/wechat/'] },
  { name: 'hucre', package: 'hucre', owner: ['^api/statutory/', '^api/person/read-people-file'] },
  { name: 'wechaty', package: '(wechaty|wechaty-puppet[^/]*|file-box)', owner: ['^bot/channel/'] },
]

/**
 * @param {string} name
 * @param {string} comment
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const owned = OWNERS.map(({ name, package: pattern, owner }) =>
  forbid(
    `only-its-room-imports-${name}`,
    `${name} is imported only in ${owner.join(' or ')}.`,
    { pathNot: [...owner, TESTS] },
    { path: [`(^|node_modules/)(@types/)?${pattern}(/|$)`] },
  ),
)

/** @satisfies {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'core-is-pure',
      'core imports only core: no package, no Node.',
      { path: '^api/core/', pathNot: TESTS },
      { pathNot: '^api/core/' },
    ),
    forbid(
      'contract-imports-core-and-zod',
      'The contract is shared with bot and dashboards, so it carries nothing but core and zod.',
      { path: '^api/contract/', pathNot: TESTS },
      { pathNot: ['^api/(core|contract)/', '(^|node_modules/)zod(/|$)'] },
    ),
    forbid(
      'verbs-know-no-edges',
      'A use case knows core, contract, the store port, the vault and other use cases; what speaks HTTP or runs tasks calls it.',
      { path: String.raw`^api/[^/]+/[^/]+\.ts$`, pathNot: [ROOMS, EDGES, COLLECTIONS, TESTS] },
      {
        path: '^(api|bot|seeds|test|dashboards)/',
        pathNot: [
          '^api/(core|contract|vault)/',
          String.raw`^api/log\.ts$`,
          String.raw`^api/store/[^/]+\.ts$`,
          String.raw`^api/(?!(http|queue|schedule|store)/)[^/]+/[^/.]+\.ts$`,
          COLLECTIONS,
        ],
      },
    ),
    forbid(
      'edges-stay-in-their-slice',
      "No slice imports another's routes, tasks or subscribers.",
      { path: '^api/([^/]+)/', pathNot: TESTS },
      { path: EDGES, pathNot: '^api/$1/' },
    ),
    forbid(
      'databases-stay-behind-the-port',
      'Only the store and the compose roots know which database there is.',
      { path: '^api/', pathNot: ['^api/store/', COMPOSE_ROOTS, TESTS] },
      { path: '^api/store/[^/]+/', pathNot: TESTS },
    ),
    forbid(
      'people-are-opened-in-their-room',
      'What opens a name, an ID number or a phone is called by the port that writes it down (open-personal-data) and by nobody around it.',
      { path: '^api/', pathNot: ['^api/person/', TESTS] },
      { path: String.raw`^api/person/(open-person|person-safe)\.ts$` },
    ),
    forbid(
      'api-knows-no-other-workspace',
      'Only a compose root puts api, bot and seeds together.',
      { path: '^api/', pathNot: [COMPOSE_ROOTS, TESTS] },
      { path: '^(bot|seeds|test|dashboards)/' },
    ),
    forbid(
      'nobody-imports-a-compose-root',
      'What puts everything together is the top.',
      { pathNot: [COMPOSE_ROOTS, TESTS] },
      { path: COMPOSE_ROOTS },
    ),
    forbid(
      'of-the-api-only-core-and-contract',
      'bot, seeds and dashboards know of the api only core and contract.',
      { path: '^(bot|seeds|dashboards)/', pathNot: TESTS },
      { path: '^api/', pathNot: '^api/(core|contract)/' },
    ),
    forbid(
      'bot-knows-no-seeds',
      'The bot gets its data from the api; only the command line of understand reads the reference data itself.',
      { path: '^bot/', pathNot: ['^bot/understand/cli\\.ts$', TESTS] },
      { path: '^(seeds|dashboards|test)/' },
    ),
    forbid(
      'understand-is-pure',
      'Understanding a line needs core and pinyin-pro, nothing else.',
      { path: '^bot/understand/', pathNot: ['^bot/understand/cli\\.ts$', TESTS] },
      { pathNot: ['^bot/understand/', '^api/core/', '(^|node_modules/)pinyin-pro(/|$)'] },
    ),
    forbid(
      'understand-cli-adds-only-node-and-seeds',
      'The command line of understand shows the pure module, not the bot.',
      { path: '^bot/understand/cli\\.ts$' },
      { path: '^(api|bot|dashboards|test)/', pathNot: ['^bot/understand/', '^api/core/'] },
    ),
    forbid(
      'seeds-and-dashboards-stand-alone',
      'Seeds and dashboards import no other workspace than the api.',
      { path: '^(seeds|dashboards)/', pathNot: TESTS },
      { path: '^(bot|test)/' },
    ),
    forbid(
      'workspaces-by-name',
      'What another workspace offers is imported by its name (@linggong/api/...), never by a path that leaves the workspace.',
      { path: '^(api|bot|seeds|test|dashboards)/' },
      { path: '^(api|bot|seeds|test|dashboards)/', pathNot: '^$1/', dependencyTypes: ['local'] },
    ),
    ...owned,
    forbid(
      'only-its-room-imports-sqlite',
      'node:sqlite is imported only in api/store/sqlite.',
      { pathNot: ['^api/store/sqlite/', TESTS] },
      { path: '^(node:)?sqlite$' },
    ),
    forbid('production-imports-no-test', 'Tests and their builders stay out of what runs.', { pathNot: TESTS }, { path: TESTS }),
    forbid('no-circular', 'A circle has no direction.', {}, { circular: true }),
    forbid(
      'resolvable',
      'What does not resolve cannot be judged. The packages of the Grafana plug-in are there only once it was built.',
      { pathNot: '^dashboards/grafana/plugin/' },
      { couldNotResolve: true },
    ),
    forbid(
      'grafana-plugin-stands-alone',
      'The plug-in runs in Grafana: it takes nothing from this house but its own files.',
      { path: '^dashboards/grafana/plugin/' },
      { path: '^(api|bot|seeds|test|scripts|dashboards)/', pathNot: '^dashboards/grafana/plugin/' },
    ),
    forbid(
      'no-orphans',
      'A file nobody imports and that imports nobody is an entry or it is dead.',
      {
        orphan: true,
        pathNot: [
          COMPOSE_ROOTS,
          TESTS,
          String.raw`\.d\.ts$`,
          '^scripts/',
          '^bot/channel/simulator/page/',
          '^api/page/browser/',
          '^dashboards/grafana/',
          '^dashboards/web/',
        ],
      },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules/' },
    exclude: { path: '(^|/)(data|coverage|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
}
