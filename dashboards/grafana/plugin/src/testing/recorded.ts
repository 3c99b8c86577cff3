import { readFileSync } from 'node:fs'
import { type Asked, figuresPath } from '../asked.ts'
import { type Figures, figuresShape } from '../shapes.ts'
import { RECORDED_FILE, SHAPES, STRETCH } from './recordings.ts'

export interface Recorded {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const ANSWERS: Readonly<Record<string, Recorded>> = JSON.parse(readFileSync(RECORDED_FILE, 'utf8'))

/** What the county answered to a path; 404 where it was never asked. */
export const recorded = (path: string): Recorded => ANSWERS[path] ?? { status: 404, body: {} }

export const recordedFigures = (shape: keyof typeof SHAPES): Figures => {
  const asked: Asked = SHAPES[shape]
  return figuresShape.parse(recorded(figuresPath(asked, STRETCH)).body)
}
