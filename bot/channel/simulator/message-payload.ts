import { type payloads, types } from 'wechaty-puppet'
import type { Directory } from './directory.ts'
import { mentionedIn } from './mentioned.ts'
import type { Line, LineKind, Room } from './page/wire.ts'

const MESSAGE_TYPE: Readonly<Record<LineKind, types.Message>> = {
  text: types.Message.Text,
  picture: types.Message.Image,
  voice: types.Message.Audio,
  recall: types.Message.Recalled,
  file: types.Message.Attachment,
  card: types.Message.Url,
}

/** How puppets draw the line between a quote and the answer to it. */
const RULED_LINE = '- - - - - - - - - - - - - - -'

/** A line as a puppet hands it to wechaty: with the quote in the text and the called members as ids. */
export function toMessagePayload(line: Line, directory: Directory): payloads.Message {
  const base = {
    id: line.id,
    talkerId: line.from,
    text: line.quote === undefined ? line.text : `「${directory.bot.name}：${line.quote}」\n${RULED_LINE}\n${line.text}`,
    timestamp: Temporal.Instant.from(line.at).epochMilliseconds,
    type: MESSAGE_TYPE[line.kind],
  }
  if (line.room === undefined) return { ...base, listenerId: line.to ?? directory.bot.id }
  const room = directory.room(line.room)
  return { ...base, roomId: line.room, mentionIdList: room === undefined ? [] : mentioned(line.text, room, directory) }
}

function mentioned(text: string, room: Room, directory: Directory): string[] {
  if (!/[@＠]/.test(text)) return []
  const members = room.members.map((id) => ({
    id,
    names: [directory.nameIn(room, id), directory.contact(id)?.name ?? ''].filter((name) => name !== ''),
  }))
  return mentionedIn(text, members)
}
