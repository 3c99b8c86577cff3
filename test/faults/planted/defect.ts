import type { Spoil } from '../money/spoil.ts'
import type { StoryName } from '../money/stories.ts'

/** A way in which the money could go wrong, planted to see that somebody notices. */
export interface Defect {
  /** What it breaks, in one sentence. */
  readonly breaks: string
  readonly spoil: () => Spoil
  /** The story in which it shows. */
  readonly shows: StoryName
  /** Shows only where a process dies somewhere in the story, or two tell the same at once. */
  readonly when?: 'a process dies' | 'two processes'
}

export type Defects = Readonly<Record<string, Defect>>
