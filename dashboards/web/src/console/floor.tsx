import { ROLE_NAME } from '@linggong/api/core/staff/role-name.ts'
import { useEffect, useRef } from 'react'
import { COMMON, DOOR, ROOM } from '../../console-copy.ts'
import { useDesk } from './desk.ts'
import { Home } from './home.tsx'
import { roomsFor } from './rooms.ts'

interface FloorProps {
  readonly room: string
  readonly told: string
  readonly signOut: () => void
}

function Head({ room, signOut }: Pick<FloorProps, 'room' | 'signOut'>) {
  const { given, self, may, go } = useDesk()
  const place =
    self.scope.kind === 'station' ? `${self.scope.township} ${self.scope.station}` : (self.townships?.join('、') ?? given.county)
  return (
    <header className="head">
      <button type="button" className="home" aria-current={room === '' ? 'page' : undefined} onClick={() => go('')}>
        {COMMON.title}
      </button>
      <p className="who">
        <strong>{self.name}</strong> {self.roles.map((role) => ROLE_NAME[role]).join('、')} · {place}
      </p>
      {may('see-figures') && (
        <a className="plain" href="/statistics">
          {COMMON.figures}
        </a>
      )}
      <button type="button" className="plain" onClick={signOut}>
        {DOOR.signOut}
      </button>
    </header>
  )
}

/** Where somebody works: what waits, or one room. A room that he has no right to is not there. */
export function Floor({ room, told, signOut }: FloorProps) {
  const { may, go } = useDesk()
  const heading = useRef<HTMLHeadingElement>(null)
  const open = roomsFor(may).find(({ id }) => id === room)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes into another room hears where he is
  useEffect(() => heading.current?.focus(), [open?.id])
  return (
    <>
      <Head room={room} signOut={signOut} />
      <main className="floor">
        <p role="status" className={told === '' ? 'unseen' : 'told'}>
          {told}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {open === undefined ? COMMON.home : ROOM[open.id].name}
        </h1>
        {open === undefined ? (
          <Home />
        ) : (
          <>
            <p className="faint">{ROOM[open.id].lead}</p>
            <open.Room key={open.id} />
            <button type="button" className="plain back" onClick={() => go('')}>
              {COMMON.back}
            </button>
          </>
        )}
      </main>
    </>
  )
}
