import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { type EmployerRepute, employerRepute, type WorkerRepute, workerRepute } from '../core/repute/repute.ts'
import type { Store } from '../store/port.ts'
import { reputes } from './repute.collection.ts'

export interface SeeRepute {
  employerRepute(person: PersonId): Promise<EmployerRepute>
  workerRepute(person: PersonId): Promise<WorkerRepute>
}

export function createSeeRepute({ store, county, clock }: { store: Pick<Store, 'get'>; county: string; clock: Clock }): SeeRepute {
  return {
    employerRepute: async (person) => employerRepute((await store.get(reputes, county, person))?.asEmployer ?? [], clock.now()),
    workerRepute: async (person) => workerRepute((await store.get(reputes, county, person))?.asWorker ?? [], clock.now()),
  }
}
