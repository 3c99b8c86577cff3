import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'

/** Made-up people whose names, numbers and accounts stand nowhere else: wherever one turns up, it has leaked. */
export const CANARIES = [
  { contact: 'huang', name: '欧阳犇淼', idNumber: anIdNumber('19710317', { sequence: 731 }), phone: '19971420613' },
  { contact: 'bai', name: '司徒垚焱', idNumber: anIdNumber('19650908', { sequence: 642 }), phone: '19838271504' },
  { contact: 'ge', name: '龘靐', idNumber: anIdNumber('19880229', { sequence: 553 }), phone: '19264830915' },
] as const
export const [WORKER, EMPLOYER, CALLER] = CANARIES

/** Typed and never stored: a number with one digit wrong, and one that somebody says in the group. */
export const TYPED = {
  wrong: wrongCheckDigit(WORKER.idNumber),
  inGroup: anIdNumber('19930404', { sequence: 464 }),
  account: 'oCanary9Payee',
} as const

function wrongCheckDigit(idNumber: string): string {
  return idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1')
}

const SECRETS = [...CANARIES.flatMap(({ name, idNumber, phone }) => [name, idNumber, phone]), ...Object.values(TYPED)]

const escaped = (text: string): string => [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** The ways in which a text may stand somewhere and still be read by anybody. */
const formsOf = (secret: string): readonly Buffer[] => {
  const utf8 = Buffer.from(secret)
  const texts = [encodeURIComponent(secret), escaped(secret), utf8.toString('base64').replace(/=+$/, '').slice(0, -1), utf8.toString('hex')]
  return [utf8, Buffer.from(secret, 'utf16le'), ...texts.map((text) => Buffer.from(text))]
}
const FORMS = SECRETS.flatMap((secret) => formsOf(secret).map((form) => ({ secret, form })))

/** Which canaries stand in it, in clear or in a form that needs no key. */
export function leaksIn(what: string | Buffer): readonly string[] {
  const bytes = typeof what === 'string' ? Buffer.from(what) : what
  return [...new Set(FORMS.filter(({ form }) => bytes.includes(form)).map(({ secret }) => secret))]
}

/** The files of a folder byte by byte, with whatever the database keeps beside its own. */
export const filesIn = (folder: string): readonly (readonly [string, Buffer])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(path.join(entry.parentPath, entry.name))])
