import type { Caller } from '../contract/route.ts'
import { assert } from '../core/assert.ts'
import type { Once } from '../store/once.ts'
import type { Vault } from '../vault/vault.ts'

/** Names a call whose key holds a contact and whose body holds personal data: both are kept only as blind indexes. */
export function personCall(vault: Vault, caller: Pick<Caller, 'key'>, asked: { readonly route: string; readonly body: unknown }): Once {
  assert(caller.key !== '', 'a call that changes something has a key')
  return { key: vault.blindIndex('call', caller.key), digest: vault.blindIndex('call-body', JSON.stringify([asked.route, asked.body])) }
}
