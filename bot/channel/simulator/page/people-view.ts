import { COPY, roleName } from './copy.ts'
import { avatar, el } from './dom.ts'
import type { Store } from './store.ts'
import type { Person } from './wire.ts'

const SHOWN = 60
const NAME_CHARACTERS = 20

export interface PeopleActions {
  choose(person: Person): void
  join(name: string): void
}

/** Who do you want to be: somebody who is there, or somebody new. */
export function peopleView(store: Store, actions: PeopleActions): HTMLElement {
  const list = el('ul', { class: 'rows' })
  const find = el('input', { type: 'search', class: 'field', placeholder: COPY.findPerson, 'aria-label': COPY.findPerson })
  const show = () => list.replaceChildren(...rows(store.people, find.value.trim(), actions))
  find.addEventListener('input', show)
  show()
  const finder = store.people.length > SHOWN ? [find] : []
  return el('div', { class: 'scroll people' }, ...finder, list, joinForm(actions))
}

function rows(people: readonly Person[], wanted: string, actions: PeopleActions): HTMLElement[] {
  const found = people.filter(({ name }) => name.includes(wanted))
  const shown = found.slice(0, SHOWN).map((person) => row(person, actions))
  const more = found.length - shown.length
  return more > 0 ? [...shown, el('li', { class: 'note' }, COPY.morePeople(more))] : shown
}

function row(person: Person, { choose }: PeopleActions): HTMLElement {
  const name = el('span', { class: 'row-name' }, el('bdi', {}, person.name))
  const role = el('span', { class: 'row-role' }, roleName(person.role))
  return el(
    'li',
    {},
    el('button', { class: 'row', type: 'button', onclick: () => choose(person) }, avatar(person.id, person.name), name, role),
  )
}

function joinForm({ join }: PeopleActions): HTMLElement {
  const name = el('input', {
    class: 'field',
    maxlength: NAME_CHARACTERS,
    placeholder: COPY.namePlaceholder,
    'aria-label': COPY.newPerson,
    required: true,
  })
  const submit = (event: Event) => {
    event.preventDefault()
    if (name.value.trim() !== '') join(name.value.trim())
  }
  return el(
    'form',
    { class: 'join', onsubmit: submit },
    el('h3', {}, COPY.newPerson),
    name,
    el('button', { class: 'primary', type: 'submit' }, COPY.join),
  )
}
