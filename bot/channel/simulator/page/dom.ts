type Attribute = string | number | boolean | ((event: Event) => void)
type Child = Node | string

/** An element with its attributes, listeners (`onclick`) and children. Text is always text, never markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice('on'.length), value)
    else if (typeof value === 'boolean') element.toggleAttribute(name, value)
    else element.setAttribute(name, String(value))
  }
  element.append(...children)
  return element
}

export function avatar(id: string, name: string, kind: 'person' | 'bot' | 'group' = 'person'): HTMLElement {
  const face = el(
    'span',
    { class: `avatar ${kind}`, 'aria-hidden': 'true' },
    kind === 'bot' ? '零' : kind === 'group' ? '群' : ([...name][0] ?? '?'),
  )
  if (kind === 'person') face.style.setProperty('--hue', String(hue(id)))
  return face
}

/** The same person always has the same colour. */
function hue(id: string): number {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 360
  return sum
}
