import { COMMON, ROOM } from '../../console-copy.ts'
import { useDesk } from './desk.ts'
import { type ConsoleRoom, roomsFor } from './rooms.ts'
import { type Queue, useQueue } from './use-queue.ts'

/** How much of it waits; what could not be read says so. */
function Count({ queue }: { readonly queue: Queue<unknown> }) {
  const [read] = useQueue(queue)
  if (read.state === 'waits') return <span className="faint">{COMMON.counting}</span>
  if (read.state === 'no') return <span className="faint">{COMMON.uncounted}</span>
  const { rows, hasMore } = read.value
  return <strong className={rows.length === 0 ? 'none' : 'some'}>{COMMON.waiting(rows.length, hasMore)}</strong>
}

function Door({ room: { id, queue } }: { readonly room: ConsoleRoom }) {
  const { go } = useDesk()
  return (
    <li>
      <button type="button" className="room" onClick={() => go(id)}>
        <span className="room-name">{ROOM[id].name}</span>
        {queue && <Count queue={queue} />}
        <span className="faint">{ROOM[id].lead}</span>
      </button>
    </li>
  )
}

/** What somebody may do here, and what of it waits. */
export function Home() {
  const { may } = useDesk()
  const rooms = roomsFor(may)
  if (rooms.length === 0) return <p>{COMMON.nothing}</p>
  return (
    <ul className="rooms">
      {rooms.map((room) => (
        <Door key={room.id} room={room} />
      ))}
    </ul>
  )
}
