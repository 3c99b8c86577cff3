/** Where somebody of the staff works. A station lies in one township. */
export type Scope =
  | { readonly kind: 'county' }
  | { readonly kind: 'townships'; readonly townships: readonly string[] }
  | { readonly kind: 'station'; readonly township: string; readonly station: string }
export type ScopeKind = Scope['kind']

/** Where a thing belongs. An empty township is one that nobody knows: only who works for the whole county reaches it. */
export interface Place {
  readonly county: string
  readonly township: string
  /** Left out by what is no station's own, such as a job. */
  readonly station?: string
}

/** The townships that a scope lies in; undefined stands for all. */
export function townshipsOf(scope: Scope): readonly string[] | undefined {
  if (scope.kind === 'county') return undefined
  return scope.kind === 'townships' ? scope.townships : [scope.township]
}

/** Whether a place of the scope's own county lies within it. */
export function covers(scope: Scope, { township, station }: Omit<Place, 'county'>): boolean {
  const townships = townshipsOf(scope)
  if (townships === undefined) return true
  if (township === '' || !townships.includes(township)) return false
  return scope.kind !== 'station' || station === undefined || station === scope.station
}

/** Whether all of the other scope lies within this one. */
export function encloses(scope: Scope, other: Scope): boolean {
  if (scope.kind === 'county') return true
  if (other.kind === 'station') return covers(scope, other)
  return scope.kind === 'townships' && (townshipsOf(other)?.every((township) => scope.townships.includes(township)) ?? false)
}
