import { useState } from 'react'
import { CORRECT, PERSON } from '../../../console-copy.ts'
import { useDesk } from '../desk.ts'
import { Field, Form, fieldOf, Tick } from '../parts.tsx'
import { useDeed } from '../use-deed.ts'
import { type Card, PersonCard } from './person-card.tsx'

const RIGHT = ['name', 'idNumber', 'phone', 'township'] as const

/** Only what was typed is put right. */
const rightOf = (form: FormData) =>
  Object.fromEntries(RIGHT.map((name) => [name, fieldOf(form, `right.${name}`)] as const).filter(([, text]) => text !== ''))

function Township() {
  const { given, self } = useDesk()
  return (
    <div className="field">
      <label htmlFor="right-township">{PERSON.township}</label>
      <select id="right-township" name="right.township">
        <option value="">{CORRECT.same}</option>
        {(self.townships ?? given.townships).map((township) => (
          <option key={township}>{township}</option>
        ))}
      </select>
    </div>
  )
}

/** What stands about somebody is put right by the card that he shows. */
export function Correct() {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('correctPerson')
  const [card, setCard] = useState<Card>()
  async function submit(form: FormData): Promise<void> {
    const done = await run({ body: { who: { idNumber: fieldOf(form, 'idNumber') }, right: rightOf(form), cardSeen: true } })
    if (done === undefined) return
    tell(done.waitsForSecond ? CORRECT.waits : CORRECT.done)
    setCard(done.card)
  }
  if (card !== undefined)
    return (
      <section aria-label={CORRECT.done}>
        <PersonCard card={card} />
        <button type="button" className="main" onClick={() => setCard(undefined)}>
          {CORRECT.next}
        </button>
      </section>
    )
  return (
    <Form label={CORRECT.submit} submit={submit} isDoing={isDoing} no={no}>
      <Field label={CORRECT.who} name="idNumber" maxLength={18} />
      <fieldset>
        <legend>{CORRECT.right}</legend>
        <Field label={PERSON.name} name="right.name" required={false} />
        <Field label={PERSON.idNumber} name="right.idNumber" required={false} maxLength={18} />
        <Field label={PERSON.phone} name="right.phone" required={false} inputMode="tel" />
        <Township />
      </fieldset>
      <Tick label={PERSON.cardSeen} name="cardSeen" required />
    </Form>
  )
}
