import { expect, it } from '@jest/globals'
import { staffTaskRoutes } from '@linggong/api/contract/staff-task.contract.ts'
import { aCounty } from '../kit/a-county.ts'
import { askAsStaff } from '../kit/seat-staff.ts'

it('a whole county compares its money with the provider’s every morning, and staff see what differs', async () => {
  const { county, clock, people, openJob, playMoney, stop } = await aCounty()
  await county.wind()
  const to = async (moment: string) => {
    clock.at = Temporal.Instant.from(moment)
    await county.sweep()
    await county.settle()
  }
  const tasks = async () => {
    const query = { state: 'open', limit: 20, kind: 'bill-difference' }
    const answer = await askAsStaff({ county }, 'listStaffTasks', { query })
    if (!answer.ok) throw new Error(answer.refusal)
    return staffTaskRoutes.listStaffTasks.answer
      .parse(answer.value)
      .tasks.map(({ subject, facts }) => [subject, facts['what'], facts['day']])
  }
  const [employer = ''] = await people('employer', 1, 'employer')
  await to('2026-11-24T08:00:00+08:00')
  await openJob(employer)
  await to('2026-11-25T10:00:00+08:00')
  expect(await tasks()).toEqual([])

  const [paid] = playMoney.sandbox.orders.values()
  if (paid === undefined) throw new Error('the job was paid')
  playMoney.sandbox.orders.set('NOBODYSORDER', { ...paid, number: 'NOBODYSORDER', transaction: '4299', paidAt: clock.at })
  await to('2026-11-26T10:00:00+08:00')
  expect(await tasks()).toEqual([['NOBODYSORDER', 'not-ours', '2026-11-25']])
  await stop()
})
