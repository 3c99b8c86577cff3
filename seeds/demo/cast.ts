import type { PersonRole } from '@linggong/api/core/person/person.ts'
import { idNumberFrom } from './id-number.ts'
import { type DemoPerson, type IdOf, momentOf, phoneOf } from './person.ts'

/** Somebody of the chat as the simulator shows him. */
export interface ChatPerson {
  readonly id: string
  readonly name: string
  readonly role: string
}

/** Contact, name, what the page says of him. The first three are the phones a wide screen shows: worker, group, employer. 老王 has never registered. */
const CHAT = [
  ['liao', '廖大山', '工友 有焊工证'],
  ['chen', '陈小旺', '工友'],
  ['cai', '蔡丽云', '雇主 搬家公司'],
  ['wang', '老王', '还没注册'],
  ['qiu', '邱满园', '雇主 果园经理'],
  ['lin', '林桂香', '工友'],
  ['zhang', '张有福', '工友'],
] as const

export const CHAT_PEOPLE: readonly ChatPerson[] = CHAT.map(([id, name, role]) => ({ id, name, role }))

/** The market group everybody of the chat is in. */
export const CHAT_GROUP = { id: 'market', name: '将乐零工群', members: CHAT_PEOPLE.map(({ id }) => id) } as const

interface Member {
  readonly key: string
  readonly name: string
  readonly roles: readonly PersonRole[]
  readonly born: string
  readonly sequence: string
  readonly township: string
  readonly certs?: readonly string[]
}

/** Who of the chat is registered, and three employers who only ever telephone. */
const REGISTERED: readonly Member[] = [
  { key: 'liao', name: '廖大山', roles: ['worker'], born: '1974-03-12', sequence: '997', township: '古镛镇', certs: ['焊工证'] },
  { key: 'chen', name: '陈小旺', roles: ['worker'], born: '1979-08-05', sequence: '997', township: '水南镇' },
  { key: 'cai', name: '蔡丽云', roles: ['employer'], born: '1983-11-21', sequence: '996', township: '古镛镇' },
  { key: 'qiu', name: '邱满园', roles: ['employer'], born: '1970-01-30', sequence: '997', township: '高唐镇' },
  { key: 'lin', name: '林桂香', roles: ['worker'], born: '1972-06-18', sequence: '996', township: '古镛镇' },
  { key: 'zhang', name: '张有福', roles: ['worker'], born: '1967-10-09', sequence: '997', township: '万安镇' },
  { key: 'caller-1', name: '伍水旺', roles: ['employer'], born: '1971-04-02', sequence: '997', township: '水南镇' },
  { key: 'caller-2', name: '汤秀珍', roles: ['employer'], born: '1976-12-15', sequence: '996', township: '古镛镇' },
  { key: 'caller-3', name: '肖木生', roles: ['employer'], born: '1965-09-27', sequence: '997', township: '黄潭镇' },
]

const LICENCE_YEARS = 3
const REGISTERED_MINUTE = 8 * 60
const FIRST_PHONE = 1

export type CastKey = (typeof REGISTERED)[number]['key']
export type Cast = ReadonlyMap<CastKey, DemoPerson>

/** The registered ones, by key, as they were taken in on the county's first day. */
export function inventCast({ opened, today, idOf }: { opened: Temporal.PlainDate; today: Temporal.PlainDate; idOf: IdOf }): Cast {
  const isInChat = (key: string) => CHAT_PEOPLE.some(({ id }) => id === key)
  return new Map(
    REGISTERED.map(({ key, name, roles, born, sequence, township, certs = [] }, index) => {
      const idNumber = idNumberFrom('350428', born, sequence)
      const person: DemoPerson = {
        id: idOf(idNumber),
        name,
        idNumber,
        phone: phoneOf(FIRST_PHONE + index),
        birthDay: Temporal.PlainDate.from(born),
        roles,
        licences: certs.map((cert) => ({ cert, validUntil: today.add({ years: LICENCE_YEARS }) })),
        township,
        registeredAt: momentOf(opened, REGISTERED_MINUTE + index),
        demo: true,
        ...(isInChat(key) ? { contact: key } : {}),
      }
      return [key, person]
    }),
  )
}
