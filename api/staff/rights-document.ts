import type { RouteRow } from '../contract/route.ts'
import { ROUTES } from '../contract/routes.ts'
import { asId } from '../core/id.ts'
import { fen, yuanText } from '../core/money.ts'
import { type ActionRow, actionRow, approversOf, STAFF_ACTIONS, type StaffAction } from '../core/staff/action.ts'
import { can, rightsOf } from '../core/staff/policy.ts'
import { roleRow, STAFF_ROLES } from '../core/staff/role.ts'
import { ROLE_NAME } from '../core/staff/role-name.ts'
import type { Place, Scope } from '../core/staff/scope.ts'
import { STAFF_LIMIT } from '../core/staff/staff-limit.ts'
import { ACTION_NAME, RIGHTS_COPY as COPY, SCOPE_NAME, WEIGHTY_NAME } from './rights-copy.ts'
import { WEIGHTY_ROUTES } from './weighty-calls.ts'

type Line = readonly string[]

const row = (cells: Line): string => `| ${cells.join(' | ')} |`
const table = (head: Line, rows: readonly Line[]): readonly string[] => [row(head), row(head.map(() => '---')), ...rows.map(row)]
const bullets = (texts: Line): readonly string[] => texts.map((text) => `- ${text}`)
const section = (title: string, lines: readonly string[]): readonly string[] => ['', `## ${title}`, '', ...lines]

const roles = (): readonly string[] =>
  table(
    COPY.rolesHead,
    STAFF_ROLES.map((role) => {
      const { scopes, alone } = roleRow(role)
      return [ROLE_NAME[role], scopes.map((scope) => SCOPE_NAME[scope]).join('、'), COPY.alone[`${alone}` as const]]
    }),
  )

function second(action: StaffAction, { second: when }: ActionRow): string {
  const who = approversOf(action).map((role) => ROLE_NAME[role])
  return when === 'never' ? '' : COPY.by(COPY.when[when], who.join(COPY.or))
}

const actions = (): readonly string[] =>
  table(
    [COPY.actionHead, ...STAFF_ROLES.map((role) => ROLE_NAME[role]), ...COPY.stepsHead],
    STAFF_ACTIONS.map((action) => {
      const reaches = STAFF_ROLES.map((role) => COPY.reach[rightsOf(role)[action] ?? 'none'])
      const about = actionRow(action)
      return [ACTION_NAME[action], ...reaches, COPY.when[about.proof], second(action, about)]
    }),
  )

const HERE: Place = { county: 'here', township: 'own' }
const PLACES: readonly Place[] = [HERE, { ...HERE, township: 'other' }, { ...HERE, township: '' }, { ...HERE, county: 'elsewhere' }]
const SCOPES: readonly Scope[] = [
  { kind: 'county' },
  { kind: 'townships', townships: [HERE.township] },
  { kind: 'station', township: HERE.township, station: 'own' },
]

/** Asked of the policy itself, by somebody who sees figures, as everybody who works in a place does. */
const places = (): readonly string[] =>
  table(
    COPY.placesHead,
    SCOPES.map((scope) => {
      const who = { id: asId<'staff'>('somebody'), county: HERE.county, roles: ['hall-operator'], scope, stage: 'whole' } as const
      return [SCOPE_NAME[scope.kind], ...PLACES.map((place) => COPY.may[`${can(who, 'see-figures', place)}` as const])]
    }),
  )

function routes(): readonly string[] {
  const rows: readonly RouteRow[] = Object.values(ROUTES)
  const of = (action: StaffAction) => rows.filter((each) => 'action' in each && each.action === action)
  return table(
    COPY.routesHead,
    STAFF_ACTIONS.map((action) => [
      ACTION_NAME[action],
      of(action)
        .map(({ method, path }) => `\`${method} ${path}\``)
        .join('<br>'),
    ]),
  )
}

/** Who of the staff may do what, out of the policy and the contract, for a reader at the county's bureau. */
export function rightsDocument(): string {
  const alone = yuanText(fen(STAFF_LIMIT.aloneFen))
  const lines = [
    ...[`# ${COPY.title}`, '', ...COPY.head],
    ...section(COPY.howTitle, bullets(COPY.how)),
    ...section(COPY.rolesTitle, roles()),
    ...section(COPY.actionsTitle, actions()),
    ...section(COPY.placesTitle, [...places(), '', COPY.placesNote]),
    ...section(COPY.weightyTitle, [...bullets(WEIGHTY_ROUTES.map((route) => WEIGHTY_NAME[route](alone))), '', COPY.weightyNote]),
    ...section(COPY.routesTitle, routes()),
  ]
  return `${lines.join('\n')}\n`
}
