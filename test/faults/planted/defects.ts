import type { Defects } from './defect.ts'
import { LEDGER_DEFECTS } from './ledger-defects.ts'
import { PROVIDER_DEFECTS } from './provider-defects.ts'
import { ROOM_DEFECTS } from './room-defects.ts'
import { RULE_DEFECTS } from './rule-defects.ts'

/** Every way in which we know that money could go wrong. Each is planted, and must be noticed. */
export const DEFECTS: Defects = { ...LEDGER_DEFECTS, ...PROVIDER_DEFECTS, ...RULE_DEFECTS, ...ROOM_DEFECTS }
