import { describe, expect, it } from '@jest/globals'
import { readCountyFile } from './county-file.ts'

const cai = { contact: 'cai', name: '蔡丽云', idNumber: '350428198311219965', phone: '19900000003', roles: ['employer'] }
const liao = { contact: 'liao', name: '廖大山', idNumber: '350428197403129975', phone: '19900000001', roles: ['worker'] }
const job = {
  employer: 'cai',
  trade: '搬运',
  seats: 3,
  pay: { amountFen: 10_000, unit: 'job' },
  startsAt: '2026-11-23T09:00:00+08:00',
  place: '县政府对面',
}

it('fills in what nobody has to say', () => {
  const { jobs, rooms } = readCountyFile({ people: [cai], jobs: [job] })
  expect(jobs).toEqual([{ ...job, days: 1, hoursPerDay: null, licences: [], perks: [], insured: false, takes: [], startCode: '4821' }])
  expect(rooms).toEqual([])
  expect(readCountyFile({})).toEqual({ people: [], jobs: [], rooms: [], staff: [] })
})

describe('what is wrong is named', () => {
  it.each([
    [[], 'expected object'],
    [{ peoples: [] }, 'peoples'],
    [{ people: [cai], jobs: [{ ...job, trade: '放羊' }] }, 'jobs[0].trade'],
    [{ people: [cai], jobs: [{ ...job, seats: 0 }] }, 'jobs[0].seats'],
    [{ people: [cai], jobs: [{ ...job, startsAt: '明天' }] }, 'jobs[0].startsAt'],
    [{ people: [cai], jobs: [{ ...job, pay: { amountFen: 99.5, unit: 'job' } }] }, 'jobs[0].pay.amountFen'],
    [{ people: [cai], jobs: [{ ...job, startCode: '48' }] }, 'four digits'],
    [{ people: [{ ...cai, roles: ['boss'] }] }, 'people[0].roles[0]'],
    [{ jobs: [job] }, 'cai is none of the people'],
    [{ people: [cai], jobs: [{ ...job, takes: ['liao'] }] }, 'liao is none of the people'],
    [{ people: [cai, liao], jobs: [{ ...job, employer: 'liao' }] }, 'liao is no employer'],
    [{ people: [cai, liao], jobs: [{ ...job, takes: ['cai'] }] }, 'cai is no worker'],
  ])('%j', (file, said) => expect(() => readCountyFile(file)).toThrow(said))
})
