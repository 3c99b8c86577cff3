import type { StaffSelf } from '@linggong/api/contract/staff-shapes.ts'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { COMMON, DOOR } from '../../console-copy.ts'
import { Asking, type Question, type Wanted } from './asking.tsx'
import { type Desk, DeskContext, type Given } from './desk.ts'
import { Door } from './door.tsx'
import { Floor } from './floor.tsx'
import { Refused } from './parts.tsx'
import { SecondFactor } from './second-factor.tsx'
import { type Input, type No, newKey, type Reply, send } from './send.ts'
import { useRoom } from './use-room.ts'
import type { WayId } from './ways.ts'

type Standing =
  | { readonly is: 'opening' }
  | { readonly is: 'unheard'; readonly no: No }
  | { readonly is: 'out'; readonly why: string }
  | { readonly is: 'in'; readonly self: StaffSelf }

/** Who sits here: asked of the API at first, by the cookie alone. */
function useStanding() {
  const [standing, setStanding] = useState<Standing>({ is: 'opening' })
  const look = useCallback(async () => {
    const reply = await send('seeSelf', {}, '')
    if (reply.ok) setStanding({ is: 'in', self: reply.value })
    else setStanding(reply.isOpen ? { is: 'unheard', no: reply } : { is: 'out', why: '' })
  }, [])
  useEffect(() => void look(), [look])
  return {
    standing,
    look,
    enter: (self: StaffSelf) => setStanding({ is: 'in', self }),
    leave: (why: string) => setStanding({ is: 'out', why }),
  }
}

export function App({ given, code }: { readonly given: Given; readonly code: string }) {
  const { standing, look, enter, leave } = useStanding()
  if (standing.is === 'opening') return <main className="door">{COMMON.reading}</main>
  if (standing.is === 'out') return <Door given={given} code={standing.why === '' ? code : ''} why={standing.why} enter={enter} />
  if (standing.is === 'in') return <AtDesk given={given} self={standing.self} enter={enter} leave={leave} />
  return (
    <main className="door">
      <Refused no={standing.no} />
      <button type="button" className="main" onClick={() => void look()}>
        {COMMON.again}
      </button>
    </main>
  )
}

interface AtDeskProps {
  readonly given: Given
  readonly self: StaffSelf
  readonly enter: (self: StaffSelf) => void
  readonly leave: (why: string) => void
}

/** Everything a room asks goes through here: a session that is over, a proof that is wanted, a second person that has to agree. */
function useActing({ leave, self, given }: AtDeskProps) {
  const [question, setQuestion] = useState<Question>()
  const [told, setTold] = useState('')
  const out = useRef(leave)
  out.current = leave

  const desk = useMemo((): Omit<Desk, 'go'> => {
    const asked = (wanted: Wanted): Promise<boolean> =>
      new Promise((resolve) => {
        const answer = (isDone: boolean): void => {
          setQuestion(undefined)
          resolve(isDone)
        }
        setQuestion({ wanted, answer })
      })

    async function act<Id extends WayId>(id: Id, input: Input<Id>, key: string): Promise<Reply<Id>> {
      /** Only what is read has no key; reading a list again says nothing new. */
      if (key !== '') setTold('')
      let reply = await send(id, input, key)
      if (!reply.ok && reply.code === 'prove-again' && (await asked({ kind: 'proof' }))) reply = await send(id, input, key)
      if (!reply.ok && reply.code === 'second-person-needed') {
        const askKey = newKey()
        const ask = () => send('askApproval', { body: { route: id, ...plainParts(input) } }, askKey)
        if (await asked({ kind: 'second', ask })) return { ...reply, title: COMMON.secondAsked }
      }
      if (!reply.ok && reply.code === 'not-authorised') out.current(DOOR.over)
      return reply
    }
    return { given, self, act, may: (action) => self.may.includes(action), tell: setTold }
  }, [given, self])
  return { desk, question, told }
}

type Plain = Readonly<Record<string, string | number | boolean>>

/** As the call will be made: what is left out stays out. */
const plainOf = (part: object | undefined): Plain =>
  Object.fromEntries(Object.entries(part ?? {}).filter(([, value]) => value !== undefined))

const plainParts = ({ params, query, body }: { readonly params?: object; readonly query?: object; readonly body?: unknown }) => ({
  ...{ params: plainOf(params), query: plainOf(query) },
  body: plainOf(typeof body === 'object' && body !== null ? body : undefined),
})

function AtDesk(props: AtDeskProps) {
  const { self, enter, leave } = props
  const { desk, question, told } = useActing(props)
  const [room, go] = useRoom()

  async function signOut(): Promise<void> {
    const reply = await desk.act('signOut', { body: {} }, newKey())
    if (reply.ok || reply.code === 'not-authorised') leave(DOOR.left)
    else desk.tell(reply.title)
  }
  return (
    <DeskContext value={{ ...desk, go }}>
      <div inert={question !== undefined}>
        {self.hasSecondFactor ? (
          <Floor room={room} told={told} signOut={() => void signOut()} />
        ) : (
          <SecondFactor enter={enter} signOut={() => void signOut()} />
        )}
      </div>
      {question && <Asking question={question} />}
    </DeskContext>
  )
}
