import { countyDay, instantText } from '../clock.ts'
import type { DomainEvent } from '../event.ts'
import { employerTypeOf } from '../job/poster.ts'
import { dayOf } from './increment.ts'
import type { Mark } from './mark.ts'
import type { SubjectKind } from './subject.ts'

/** What an event says that somebody did, or that it is as if he had not. */
export interface Doing {
  readonly kind: SubjectKind
  readonly subject: string
  readonly mark: Mark
  readonly gone: boolean
}

/** What somebody did by it: an employer posted, a worker took or finished work, the two of them have finished work together. */
export function doingsOf(event: DomainEvent): readonly Doing[] {
  switch (event.type) {
    case 'jobPublished': {
      const { employer, township, trade } = event.facts
      const employerType = employerTypeOf(event.facts)
      const name = [`${countyDay(event.at)}`, township, trade, ...(employerType === 'household' ? [] : [employerType])]
      return [{ kind: 'employer', subject: employer, mark: { ...markOf(event, JSON.stringify(name)), employerType }, gone: false }]
    }
    case 'jobTaken':
      return [
        {
          ...{ kind: 'worker', subject: event.facts.worker, gone: false },
          mark: { ...markOf(event, `taken:${event.facts.take}`), until: dayOf(event.facts.startsAt).toString() },
        },
      ]
    case 'takeUndone':
    case 'takeHandedBack':
      return [{ kind: 'worker', subject: event.facts.worker, mark: markOf(event, `taken:${event.facts.take}`), gone: true }]
    case 'takeConfirmed': {
      const { take, worker, employer } = event.facts
      return [
        { kind: 'worker', subject: worker, mark: markOf(event, `done:${take}`), gone: false },
        { kind: 'pair', subject: `${employer}:${worker}`, mark: markOf(event, take), gone: false },
      ]
    }
    default:
      return []
  }
}

const markOf = (
  { at, facts }: DomainEvent<'jobPublished' | 'jobTaken' | 'takeUndone' | 'takeHandedBack' | 'takeConfirmed'>,
  key: string,
): Mark => ({
  ...{ key, at: instantText(at), day: countyDay(at).toString() },
  ...{ township: facts.township, trade: facts.trade, riskClass: facts.riskClass },
})
