import type { PayOrder } from '../contract/job.contract.ts'
import { chargeKey } from '../core/charge/charge.ts'
import { instantText } from '../core/clock.ts'
import { holdAskedOf, openBills, owesCover } from '../core/job/asked-money.ts'
import type { Job } from '../core/job/job.ts'
import type { Asked, ChargePorts } from './ask-charge.ts'
import { askCharge } from './ask-charge.ts'
import type { Wanted } from './charge.collection.ts'

export interface PayOrderPorts extends ChargePorts {
  /** Where the county's pages are, without a slash at the end. */
  readonly publicUrl: () => string
}

export const payUrl = ({ publicUrl }: Pick<PayOrderPorts, 'publicUrl'>, code: string): string => `${publicUrl()}/pay/${code}`

export const showOrder = (ports: Pick<PayOrderPorts, 'publicUrl'>, { charge, payment }: Asked): PayOrder => ({
  purpose: charge.purpose,
  state: charge.state,
  number: charge.jobNumber,
  amountFen: charge.amountFen,
  url: payUrl(ports, charge.code),
  codeUrl: payment.state === 'asked' && payment.means.way === 'native' ? payment.means.codeUrl : null,
  expiresAt: instantText(payment.expiresAt),
})

const wantedFor = ({ id: job, number: jobNumber, employer, demo }: Job) => ({ job, jobNumber, employer, demo })

/** What a job asks of its employer as it stands; the same that its events ask for. */
export function wantedOf(job: Job): readonly Wanted[] {
  const about = wantedFor(job)
  const holdFen = holdAskedOf(job)
  const coverFen = owesCover(job)
  return [
    ...(holdFen === undefined ? [] : [{ ...about, purpose: 'hold' as const, key: chargeKey.hold(job.id), amountFen: holdFen }]),
    ...(coverFen === undefined ? [] : [{ ...about, purpose: 'cover' as const, key: chargeKey.cover(job.id), amountFen: coverFen }]),
    ...openBills(job).map(({ bill, amountFen }) => ({ ...about, purpose: 'due' as const, key: chargeKey.due(job.id, bill), amountFen })),
  ]
}

/** Everything the employer has to pay for a job now, each with a code that can be paid. */
export async function payOrders(ports: PayOrderPorts, job: Job, how: { isAgain: boolean }): Promise<readonly PayOrder[]> {
  const asked = await Promise.all(wantedOf(job).map((wanted) => askCharge(ports, wanted, how)))
  return asked.filter(({ charge }) => charge.state === 'asked').map((each) => showOrder(ports, each))
}
