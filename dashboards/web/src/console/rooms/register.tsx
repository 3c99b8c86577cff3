import { CONSENT_TEXT } from '@linggong/api/core/person/consent.ts'
import { useState } from 'react'
import { PERSON } from '../../../console-copy.ts'
import { useDesk } from '../desk.ts'
import { Field, Form, fieldOf, Tick } from '../parts.tsx'
import type { Input } from '../send.ts'
import { useDeed } from '../use-deed.ts'
import { type Card, PersonCard } from './person-card.tsx'

type Registering = NonNullable<Input<'registerAtStation'>['body']>

function readForm(form: FormData): Registering {
  const roles = (['worker', 'employer'] as const).filter((role) => form.get(role) !== null)
  const guardian = fieldOf(form, 'guardianName')
  return {
    ...{ name: fieldOf(form, 'name'), idNumber: fieldOf(form, 'idNumber'), phone: fieldOf(form, 'phone'), roles },
    ...{ township: fieldOf(form, 'township'), cardSeen: true },
    consent: { how: form.get('how') === 'paper' ? 'paper' : 'spoken', text: CONSENT_TEXT },
    ...(guardian === '' ? {} : { guardian: { name: guardian, phone: fieldOf(form, 'guardianPhone'), consent: true } }),
  }
}

export function Townships() {
  const { given, self } = useDesk()
  const townships = self.townships ?? given.townships
  return (
    <div className="field">
      <label htmlFor="township">{PERSON.township}</label>
      <select id="township" name="township" required defaultValue={townships.length === 1 ? townships[0] : ''}>
        <option value="" disabled>
          {PERSON.pick}
        </option>
        {townships.map((township) => (
          <option key={township}>{township}</option>
        ))}
      </select>
    </div>
  )
}

function Consent() {
  return (
    <fieldset>
      <legend>{PERSON.consentTitle}</legend>
      <blockquote>{PERSON.consent}</blockquote>
      <Tick label={PERSON.consentRead} name="agreed" required />
      <div className="choices">
        <label className="tick">
          <input type="radio" name="how" value="spoken" defaultChecked />
          <span>{PERSON.spoken}</span>
        </label>
        <label className="tick">
          <input type="radio" name="how" value="paper" />
          <span>{PERSON.paper}</span>
        </label>
      </div>
    </fieldset>
  )
}

/** Only asked for where the API says that somebody is so young. */
const Guardian = () => (
  <fieldset>
    <legend>{PERSON.guardian}</legend>
    <Field label={PERSON.guardianName} name="guardianName" />
    <Field label={PERSON.guardianPhone} name="guardianPhone" inputMode="tel" />
    <Tick label={PERSON.guardianAgrees} name="guardianAgrees" required />
  </fieldset>
)

function RegisterForm({ registered }: { readonly registered: (card: Card) => void }) {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('registerAtStation')
  const [isMinor, setMinor] = useState(false)
  const isWrong = (code: string, field: string): boolean => no?.code === code || (no?.fields.includes(`body.${field}`) ?? false)
  if (no?.code === 'guardian-missing' && !isMinor) setMinor(true)

  async function submit(form: FormData): Promise<void> {
    const done = await run({ body: readForm(form) })
    if (done === undefined) return
    tell(PERSON.registered)
    registered(done.card)
  }
  return (
    <Form label={PERSON.register} submit={submit} isDoing={isDoing} no={no}>
      <Field label={PERSON.name} name="name" isWrong={isWrong('name-invalid', 'name')} />
      <Field label={PERSON.idNumber} name="idNumber" maxLength={18} isWrong={isWrong('id-number-invalid', 'idNumber')} />
      <Field label={PERSON.phone} name="phone" inputMode="tel" isWrong={isWrong('phone-invalid', 'phone')} />
      <Townships />
      <fieldset>
        <legend>{PERSON.roles}</legend>
        <div className="choices">
          <Tick label={PERSON.role.worker} name="worker" defaultChecked />
          <Tick label={PERSON.role.employer} name="employer" />
        </div>
      </fieldset>
      {isMinor && <Guardian />}
      <Tick label={PERSON.cardSeen} name="cardSeen" required />
      <Consent />
    </Form>
  )
}

/** Somebody stands at the counter with his card. What was typed is gone from the page as soon as it is taken. */
export function Register() {
  const [card, setCard] = useState<Card>()
  if (card === undefined) return <RegisterForm registered={setCard} />
  return (
    <section aria-label={PERSON.registered}>
      <PersonCard card={card} />
      <button type="button" className="main" onClick={() => setCard(undefined)}>
        {PERSON.next}
      </button>
    </section>
  )
}
