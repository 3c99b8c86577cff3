import type { Answer } from '@linggong/api/contract/handler.ts'
import { REVIEW } from '../../../console-queues-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { useDesk } from '../desk.ts'
import { Facts, Form, List, Opened } from '../parts.tsx'
import { COMPANIES, COMPANIES_AGAIN } from '../queues.ts'
import type { Input } from '../send.ts'
import { useDeed } from '../use-deed.ts'
import { useQueue } from '../use-queue.ts'
import { Picture } from './picture.tsx'
import { Rejects } from './rejects.tsx'

type Company = Answer<'listCompanies'>['companies'][number]
type Decision = NonNullable<Input<'reviewCompany'>['body']>

interface RowProps {
  readonly company: Company
  readonly done: () => void
}

function Review({ company: { company, name }, done }: RowProps) {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('reviewCompany')
  async function review(body: Decision): Promise<void> {
    const answered = await run({ params: { id: company }, body })
    if (answered === undefined) return
    tell(body.decision === 'approve' ? REVIEW.approved(name) : REVIEW.rejected(name))
    done()
  }
  return (
    <>
      <Form label={REVIEW.approve} submit={() => review({ decision: 'approve' })} isDoing={isDoing} no={no} />
      <Rejects reject={(reason) => review({ decision: 'reject', reason })} isDoing={isDoing} />
    </>
  )
}

function Row({ company, done }: RowProps) {
  const { may } = useDesk()
  return (
    <li>
      <h2>{company.name}</h2>
      <Facts
        of={[
          [REVIEW.creditCode, company.creditCode],
          [REVIEW.kind, REVIEW.kinds[company.kind]],
          [REVIEW.sentAt, minuteText(company.sentAt)],
          [REVIEW.representatives, company.representatives],
        ]}
      />
      {may('open-company') && <Picture of="seeCompanyPicture" id={company.company} alt={REVIEW.pictureOf(company.name)} />}
      {may('review-company') && (
        <Opened label={REVIEW.review}>
          <Review company={company} done={done} />
        </Opened>
      )}
    </li>
  )
}

function Part({ queue, none }: { readonly queue: typeof COMPANIES; readonly none: string }) {
  const [read, again] = useQueue(queue)
  return (
    <List read={read} again={again} none={none}>
      {(company) => <Row key={company.company} company={company} done={again} />}
    </List>
  )
}

export const Companies = () => (
  <>
    <Part queue={COMPANIES} none={REVIEW.noCompanies} />
    <h2>{REVIEW.sentAgain}</h2>
    <Part queue={COMPANIES_AGAIN} none={REVIEW.noneAgain} />
  </>
)
