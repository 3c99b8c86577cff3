import { CONSENT_TEXT } from '@linggong/api/core/person/consent.ts'
import { useState } from 'react'
import { CODES, PERSON } from '../../../console-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { useDesk } from '../desk.ts'
import { Field, Form, fieldOf, Tick } from '../parts.tsx'
import { useDeed } from '../use-deed.ts'
import { type Card, PersonCard } from './person-card.tsx'

interface GivenCode {
  readonly code: string
  readonly until: string
}

const Shown = ({ code, until, how }: GivenCode & { readonly how: string }) => (
  <div className="code" role="status">
    <p>{how}</p>
    <strong>{code}</strong>
    <p className="faint">{CODES.until(minuteText(until))}</p>
  </div>
)

const ByCard = () => (
  <>
    <Field label={PERSON.name} name="name" />
    <Field label={PERSON.idNumber} name="idNumber" maxLength={18} />
    <Tick label={PERSON.cardSeen} name="cardSeen" required />
  </>
)

const cardOf = (form: FormData) => ({ name: fieldOf(form, 'name'), idNumber: fieldOf(form, 'idNumber'), cardSeen: true as const })

function Verify() {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('verifyAtCounter')
  const [card, setCard] = useState<Card>()
  async function submit(form: FormData): Promise<void> {
    const done = await run({ body: cardOf(form) })
    setCard(done?.card)
    if (done !== undefined) tell(CODES.verified)
  }
  return (
    <>
      <Form label={CODES.verify} submit={submit} isDoing={isDoing} no={no}>
        <ByCard />
      </Form>
      {card && <PersonCard card={card} />}
    </>
  )
}

function BindingCode() {
  const { run, isDoing, no } = useDeed('giveBindingCode')
  const [given, setGiven] = useState<GivenCode>()
  return (
    <>
      <Form label={CODES.give} submit={async (form) => setGiven(await run({ body: cardOf(form) }))} isDoing={isDoing} no={no}>
        <ByCard />
      </Form>
      {given && <Shown {...given} how={CODES.howBinding(given.code)} />}
    </>
  )
}

function HelperCode() {
  const { run, isDoing, no } = useDeed('letHelpFor')
  const [given, setGiven] = useState<GivenCode>()
  async function submit(form: FormData): Promise<void> {
    setGiven(await run({ body: { ...cardOf(form), consent: { how: 'spoken', text: CONSENT_TEXT } } }))
  }
  return (
    <>
      <Form label={CODES.give} submit={submit} isDoing={isDoing} no={no}>
        <ByCard />
        <Tick label={CODES.elderAgrees} name="agreed" required />
      </Form>
      {given && <Shown {...given} how={CODES.howHelper} />}
    </>
  )
}

const KINDS = { binding: BindingCode, verify: Verify, helper: HelperCode } as const
type Kind = keyof typeof KINDS

/** What the counter does for somebody who is registered and shows his card. */
export function Codes() {
  const [kind, setKind] = useState<Kind>('binding')
  const Part = KINDS[kind]
  return (
    <>
      <fieldset className="choices">
        <legend className="unseen">{CODES.what}</legend>
        {(['binding', 'verify', 'helper'] as const).map((each) => (
          <label key={each} className="tick">
            <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} />
            <span>{CODES.kind[each]}</span>
          </label>
        ))}
      </fieldset>
      <Part key={kind} />
    </>
  )
}
