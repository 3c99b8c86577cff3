import { useState } from 'react'
import { REVIEW } from '../../../console-queues-copy.ts'
import { useDesk } from '../desk.ts'
import { Refused } from '../parts.tsx'
import type { No } from '../send.ts'

interface PictureProps {
  readonly of: 'seeLicencePicture' | 'seeCompanyPicture'
  readonly id: string
  readonly alt: string
}

/** A picture that is opened one by one, because it is written down who has seen it; it lies in the page and nowhere else. */
export function Picture({ of, id, alt }: PictureProps) {
  const { act } = useDesk()
  const [shown, setShown] = useState<string>()
  const [no, setNo] = useState<No>()
  async function open(): Promise<void> {
    const reply = await act(of, { params: { id } }, '')
    if (reply.ok) setShown(`data:image/${reply.value.format};base64,${reply.value.picture}`)
    else setNo(reply)
  }
  if (shown !== undefined) return <img className="paper" src={shown} alt={alt} />
  return (
    <>
      <button type="button" className="plain" onClick={() => void open()}>
        {REVIEW.picture}
      </button>
      <Refused no={no} />
    </>
  )
}
