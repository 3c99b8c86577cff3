import type { FlagSign } from '@linggong/api/core/flag.ts'
import type { Understanding } from '../understand/understanding.ts'
import { forbidden } from './post-form.ts'
import type { Api } from './turn.ts'

/** What the hall should know of a line: a lure, or work that the law forbids to offer. */
export function signOf({ intent, findings }: Pick<Understanding, 'intent' | 'findings'>): FlagSign | undefined {
  if (intent === 'spam') return 'fraud'
  return intent === 'post_job' ? forbidden({ findings: findings.map(({ kind }) => kind) }) : undefined
}

/** Asks the hall to look at whoever said it. That nobody may be reached just now takes nothing from the answer he gets. */
export async function flagLine(api: Api, sign: FlagSign | undefined, room: string | undefined): Promise<void> {
  if (sign !== undefined) await api('flagLine', { body: { sign, room: room ?? null } })
}
