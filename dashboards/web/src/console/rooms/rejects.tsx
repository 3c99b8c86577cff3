import { REVIEW } from '../../../console-queues-copy.ts'
import { Field, Form, fieldOf, Opened } from '../parts.tsx'

interface RejectsProps {
  readonly reject: (reason: string) => Promise<void>
  readonly isDoing: boolean
}

/** To turn down what was sent in, which wants a reason that the sender will read. */
export const Rejects = ({ reject, isDoing }: RejectsProps) => (
  <Opened label={REVIEW.rejects}>
    <Form label={REVIEW.reject} submit={(form) => reject(fieldOf(form, 'reason'))} isDoing={isDoing} isPlain>
      <Field label={REVIEW.reason} hint={REVIEW.reasonHint} name="reason" maxLength={60} />
    </Form>
  </Opened>
)
