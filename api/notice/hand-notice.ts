import { errorFields, type Log } from '../log.ts'
import type { Notice } from './notice.collection.ts'

type Run = (task: string, payload: { readonly notice: string }, options: { readonly group: string }) => Promise<void>

export const SEND_NOTICE = 'send-notice'

/** Gives a notice to the queue once while it is on its way; what the queue loses or gives up is found again by the sweep. */
export function createHandNotice({ run, log }: { run: Run; log: Log }) {
  const onTheWay = new Set<string>()

  return function hand({ id, person }: Pick<Notice, 'id' | 'person'>): void {
    if (onTheWay.has(id)) return
    onTheWay.add(id)
    run(SEND_NOTICE, { notice: id }, { group: person ?? 'market' })
      .catch((error) => log.warn({ id, ...errorFields(error) }, 'a notice is left to the sweep'))
      .finally(() => onTheWay.delete(id))
  }
}
