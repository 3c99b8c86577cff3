import { accept, type Result, refuse } from '../core/result.ts'
import { passwordFlaw } from '../core/staff/password.ts'
import type { StaffPorts } from './staff-ports.ts'

interface Owner {
  readonly login: string
  readonly name: string
}

const PRODUCT = 'linggong'

/** A new password as it may be kept, or what is wrong with it. */
export async function hashNewPassword(ports: StaffPorts, password: string, { login, name }: Owner): Promise<Result<string>> {
  const guessesOf = await ports.guessesOf()
  const why = passwordFlaw(password, [login, ...login.split(/[._-]/), name, ports.issuer, PRODUCT], guessesOf)
  return why === undefined ? accept(await ports.hasher.hash(password)) : refuse('password-too-weak', { why })
}
