import type { Caller } from '../contract/route.ts'
import type { Once } from '../store/once.ts'
import { deriveId } from './digest.ts'

/** Names a call by its caller's key and what it asked for. Not for bodies with personal data: whoever can guess those could test the digest. */
export const onceOf = ({ key }: Pick<Caller, 'key'>, route: string, asked: unknown): Once => ({
  key: deriveId('call', key),
  digest: deriveId('digest', `${route}\0${JSON.stringify(asked)}`),
})
