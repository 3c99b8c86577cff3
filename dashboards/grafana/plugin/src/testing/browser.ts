// What a browser has, jsdom has not, and Grafana's packages touch while they load.
import { ReadableStream } from 'node:stream/web'
import { TextDecoder, TextEncoder } from 'node:util'

const nothing = () => undefined

class NoObserver {
  observe = nothing
  unobserve = nothing
  disconnect = nothing
}

const neverMatches = (media: string) => ({
  ...{ media, matches: false, onchange: null, dispatchEvent: () => false },
  ...{ addEventListener: nothing, removeEventListener: nothing, addListener: nothing, removeListener: nothing },
})

/** Grafana measures labels on a canvas. */
const LETTER_PX = 8
const measuring = () => ({ measureText: (text: string) => ({ width: LETTER_PX * text.length }) })

/** Icons are fetched from Grafana's server; here they stay on their way. */
const neverAnswers = () => new Promise<Response>(nothing)

Object.assign(globalThis, { fetch: neverAnswers, ReadableStream, TextDecoder, TextEncoder })
Object.assign(globalThis, { ResizeObserver: NoObserver, IntersectionObserver: NoObserver, matchMedia: neverMatches })
Object.assign(HTMLCanvasElement.prototype, { getContext: measuring })
/** A list that nobody lays out has no height, and shows nothing of itself. */
const TALL_PX = { get: () => 1000 }
Object.defineProperties(Element.prototype, { clientHeight: TALL_PX, clientWidth: TALL_PX })
