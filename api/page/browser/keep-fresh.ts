// Runs in the page. A page that waits for something looks now and then whether it has happened.
const EVERY_MS = 3_000

async function look(): Promise<void> {
  const main = document.querySelector('main')
  if (main?.dataset['waitsIn'] === undefined || document.hidden) return
  const answer = await fetch(location.href)
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
  if (!answer.ok || fresh === null) return
  if (fresh.dataset['waitsIn'] === main.dataset['waitsIn']) renewTexts(main, fresh)
  else renewAll(main, fresh)
}

/** What stays is left alone: a picture that somebody presses must not go away under his thumb. */
function renewTexts(main: HTMLElement, fresh: HTMLElement): void {
  for (const text of fresh.querySelectorAll('[data-changes]')) {
    const name = text.getAttribute('data-changes')
    const shown = main.querySelector(`[data-changes="${name}"]`)
    if (shown !== null && shown.textContent !== text.textContent) shown.textContent = text.textContent
  }
}

function renewAll(main: HTMLElement, fresh: HTMLElement): void {
  const news = document.querySelector('#news')
  if (news !== null) news.textContent = fresh.querySelector('h1')?.textContent ?? ''
  document.title = document.title.replace(main.querySelector('h1')?.textContent ?? '', news?.textContent ?? '')
  main.replaceWith(fresh)
}

const lookAgain = (): void => void look().catch(() => undefined)

setInterval(lookAgain, EVERY_MS)
document.addEventListener('visibilitychange', lookAgain)
