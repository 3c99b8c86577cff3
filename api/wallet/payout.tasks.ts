import type { PayoutPorts, SendTimer } from './payout-ports.ts'
import { sendSetAside } from './withdraw.ts'

type Task = (subject: string) => Promise<void>

/** What the timers of payouts run, each with the payout it is about. */
export const createPayoutTasks = (ports: PayoutPorts): Readonly<Record<SendTimer['kind'], Task>> => ({
  'send-payout': (payout) => sendSetAside(ports, payout),
})
