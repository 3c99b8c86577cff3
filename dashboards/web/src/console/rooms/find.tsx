import { useState } from 'react'
import { FIND, PERSON } from '../../../console-copy.ts'
import { useDesk } from '../desk.ts'
import { Field, Form, fieldOf } from '../parts.tsx'
import { useDeed } from '../use-deed.ts'
import { type Card, PersonCard } from './person-card.tsx'

/** Whether somebody is registered. What was asked for never stands in an address. */
export function Find() {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('findPerson')
  const [card, setCard] = useState<Card>()
  async function find(form: FormData): Promise<void> {
    setCard(undefined)
    const found = await run({ body: { idNumber: fieldOf(form, 'idNumber') } })
    if (found === undefined) return
    tell(FIND.found)
    setCard(found.card)
  }
  return (
    <>
      <Form label={FIND.find} submit={find} isDoing={isDoing} no={no}>
        <Field label={PERSON.idNumber} hint={FIND.hint} name="idNumber" maxLength={18} />
      </Form>
      {card && <PersonCard card={card} />}
    </>
  )
}
