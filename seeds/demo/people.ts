import { type Chance, createChance } from './chance.ts'
import { EMPLOYERS, type Month } from './figures.ts'
import { inventIdNumber } from './id-number.ts'
import { inventName } from './names.ts'
import { type DemoPerson, type IdOf, momentOf, phoneOf } from './person.ts'
import { TOWNSHIPS_BY_SIZE } from './places.ts'

/** The cast's own phones and those of people in examples lie below. */
const FIRST_PHONE = 1000
const OPENS_MINUTE = 7 * 60
const CLOSES_MINUTE = 18 * 60
const MINUTES_PER_DAY = 24 * 60

/** Most who wait at the roadside are between 45 and 65. */
const AGES = [
  { share: 70, least: 45, most: 65 },
  { share: 20, least: 30, most: 44 },
  { share: 6, least: 20, most: 29 },
  { share: 4, least: 66, most: 70 },
].flatMap((band) => Array.from({ length: band.share }, () => band))

const LICENCES = ['健康证', '健康证', '驾驶证', '焊工证', '电工证', '保安证']
const LICENSED_PERCENT = 12
const ALSO_EMPLOYER_PERCENT = 1

interface Story {
  readonly months: readonly Month[]
  readonly today: Temporal.PlainDate
  readonly idOf: IdOf
  /** ID numbers that somebody has already. */
  readonly taken: readonly string[]
}

interface Registration {
  readonly registeredAt: Temporal.Instant
  readonly isEmployer: boolean
}

/** Everybody but the cast, in the order of their registration. */
export function* inventPeople({ months, today, idOf, ...story }: Story): Generator<DemoPerson> {
  const chance = createChance('people')
  const taken = new Set(story.taken)
  let phone = FIRST_PHONE
  for (const month of months) {
    for (const registration of registrationsOf(month, chance, months.length)) {
      yield inventPerson(chance, { today, idOf, taken, phone: phoneOf(phone), ...registration })
      phone += 1
    }
  }
}

function* registrationsOf({ first, daysOver, workers }: Month, chance: Chance, months: number): Generator<Registration> {
  if (daysOver === 0) return
  const employers = Math.floor(EMPLOYERS / months)
  const drawn = Array.from({ length: workers + employers }, (_, index) => ({
    minute: chance.below(daysOver) * MINUTES_PER_DAY + chance.between(OPENS_MINUTE, CLOSES_MINUTE),
    isEmployer: index < employers,
  }))
  for (const { minute, isEmployer } of drawn.sort((one, other) => one.minute - other.minute))
    yield { registeredAt: momentOf(first, minute), isEmployer }
}

interface Invented extends Registration {
  readonly today: Temporal.PlainDate
  readonly idOf: IdOf
  readonly taken: Set<string>
  readonly phone: string
}

function inventPerson(chance: Chance, { today, idOf, taken, phone, registeredAt, isEmployer }: Invented): DemoPerson {
  const isWoman = chance.below(100) < 40
  const birthDay = inventBirthDay(chance, today)
  const idNumber = inventFreeIdNumber(chance, { birthDay, isWoman, taken })
  const isBoth = chance.below(100) < ALSO_EMPLOYER_PERCENT
  const isLicensed = chance.below(100) < LICENSED_PERCENT
  return {
    id: idOf(idNumber),
    name: inventName(chance, { isWoman, bornIn: birthDay.year }),
    idNumber,
    phone,
    birthDay,
    roles: isEmployer ? ['employer'] : isBoth ? ['worker', 'employer'] : ['worker'],
    licences: isLicensed ? [{ cert: chance.pick(LICENCES), validUntil: today.add({ days: chance.between(40, 1400) }) }] : [],
    township: chance.pick(TOWNSHIPS_BY_SIZE),
    registeredAt,
    demo: true,
  }
}

function inventBirthDay(chance: Chance, today: Temporal.PlainDate): Temporal.PlainDate {
  const { least, most } = chance.pick(AGES)
  return today.subtract({ years: chance.between(least, most), days: chance.below(365) })
}

function inventFreeIdNumber(chance: Chance, { taken, ...birth }: Pick<Invented, 'taken'> & Parameters<typeof inventIdNumber>[1]): string {
  for (;;) {
    const idNumber = inventIdNumber(chance, birth)
    if (taken.has(idNumber)) continue
    taken.add(idNumber)
    return idNumber
  }
}
