import { config } from '@grafana/runtime'
import { EN } from './copy-en.ts'
import { ZH } from './copy-zh.ts'

export type Copy = typeof ZH

/** Chinese where Grafana is set to any kind of it, English else. */
export const copyFor = (language: string): Copy => (language.toLowerCase().startsWith('zh') ? ZH : EN)

/** In the language of whoever is signed in; asked for each time, for it may be changed without a new page. */
export const copy = (): Copy => copyFor(config.bootData?.user?.language ?? 'zh')
