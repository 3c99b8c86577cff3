import type { StaffRole } from '@linggong/api/core/staff/role.ts'
import { ROLE_NAME } from '@linggong/api/core/staff/role-name.ts'
import { useState } from 'react'
import { PERSON } from '../../../console-copy.ts'
import { ACCOUNTS } from '../../../console-queues-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { useDesk } from '../desk.ts'
import { Field, Form, fieldOf, List, Opened } from '../parts.tsx'
import { STAFF } from '../queues.ts'
import type { Input } from '../send.ts'
import { useDeed } from '../use-deed.ts'
import { useQueue } from '../use-queue.ts'

type Scope = NonNullable<Input<'inviteStaff'>['body']>['scope']
const ROLES = Object.keys(ROLE_NAME)
const isRole = (text: string): text is StaffRole => ROLES.includes(text)

function scopeOf(form: FormData): Scope {
  const [township, station] = [fieldOf(form, 'township'), fieldOf(form, 'station')]
  if (township === '') return { kind: 'county' }
  return station === '' ? { kind: 'townships', townships: [township] } : { kind: 'station', township, station }
}

function Invite() {
  const { given } = useDesk()
  const { run, isDoing, no } = useDeed('inviteStaff')
  const [made, setMade] = useState<{ readonly code: string; readonly endsAt: string }>()
  const submit = async (form: FormData): Promise<void> =>
    setMade(await run({ body: { roles: [fieldOf(form, 'role')].filter(isRole), scope: scopeOf(form) } }))
  return (
    <>
      <Form label={ACCOUNTS.invite} submit={submit} isDoing={isDoing} no={no}>
        <div className="field">
          <label htmlFor="role">{ACCOUNTS.role}</label>
          <select id="role" name="role">
            {Object.entries(ROLE_NAME).map(([role, name]) => (
              <option key={role} value={role}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="invite-township">{PERSON.township}</label>
          <select id="invite-township" name="township">
            <option value="">{ACCOUNTS.wholeCounty}</option>
            {given.townships.map((township) => (
              <option key={township}>{township}</option>
            ))}
          </select>
        </div>
        <Field label={ACCOUNTS.station} hint={ACCOUNTS.stationHint} name="station" required={false} />
      </Form>
      {made && (
        <div className="code" role="status">
          <p>{ACCOUNTS.how}</p>
          <strong>{made.code}</strong>
          <p className="faint">{ACCOUNTS.until(minuteText(made.endsAt))}</p>
        </div>
      )}
    </>
  )
}

/** Who works for the county; who may lets somebody else in. */
export function Accounts() {
  const { may } = useDesk()
  const [read, again] = useQueue(STAFF)
  return (
    <>
      {may('invite-staff') && (
        <Opened label={ACCOUNTS.invites}>
          <Invite />
        </Opened>
      )}
      <List read={read} again={again} none={ACCOUNTS.none}>
        {({ id, login, name, roles, state, hasSecondFactor }) => (
          <li key={id}>
            <h2>
              {name} <span className="faint">{login}</span>
            </h2>
            <p>
              {roles.map((role) => ROLE_NAME[role]).join('、')} · {ACCOUNTS.state[state]}
              {hasSecondFactor ? '' : ` · ${ACCOUNTS.noSecondFactor}`}
            </p>
          </li>
        )}
      </List>
    </>
  )
}
