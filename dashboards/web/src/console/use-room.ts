import { useCallback, useEffect, useState } from 'react'

/** Which room is open stands behind the # of the address, and nothing else of anything: "back" works, and no server hears of it. */
const roomNow = (): string => location.hash.replace(/^#\/?/, '')

export function useRoom(): readonly [string, (room: string) => void] {
  const [room, setRoom] = useState(roomNow)
  useEffect(() => {
    const follow = (): void => setRoom(roomNow())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const go = useCallback((next: string) => {
    location.hash = next === '' ? '' : `/${next}`
  }, [])
  return [room, go]
}
