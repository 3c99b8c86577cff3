/** What the server put into the page for its script to start from; the types are the server's word. */
export function given<T>(): T {
  const text = document.querySelector('#given')?.textContent ?? 'null'
  return JSON.parse(text)
}

export function pageRoot(): HTMLElement {
  const root = document.querySelector<HTMLElement>('#page')
  if (root === null) throw new Error('the page has a place for its script')
  return root
}
