import helmet from 'helmet'

/** Scripts and styles of our own only: no inline script, no foreign host, no frame around us. The same for answers, docs and pages. */
const POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
}

/** Helmet's headers do not depend on the request, so they are made once instead of a thousand times a second. */
function collect(): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  const response = { setHeader: (name: string, value: string) => void headers.set(name, value), removeHeader: () => undefined }
  const protect = helmet({ contentSecurityPolicy: POLICY, xFrameOptions: { action: 'deny' } })
  // Helmet only sets and removes headers; what else a request and a response have is never looked at.
  protect({} as Parameters<typeof protect>[0], response as unknown as Parameters<typeof protect>[1], () => undefined)
  return headers
}

export const SECURITY_HEADERS: ReadonlyMap<string, string> = collect()

/** What only means something to a browser that shows a page. */
const FOR_PAGES = new Set([
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
])

const listOf = (headers: Iterable<readonly [string, string]>): readonly string[] => [...headers].flat()

/** As `writeHead` takes them, name after value; for pages, and for answers in JSON. */
export const PAGE_HEADER_LIST = listOf(SECURITY_HEADERS)
export const ANSWER_HEADER_LIST = listOf([...SECURITY_HEADERS].filter(([name]) => !FOR_PAGES.has(name)))
