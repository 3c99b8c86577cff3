// Runs in the page. Hands an order to the chat app, which asks its payer for his word; only inside the app that is possible.
const PAY = 'getBrandWCPayRequest'

interface PayBridge {
  invoke(name: string, order: object, answered: (answer: { readonly err_msg?: string }) => void): void
}

/** The app puts it there a moment after the page. */
const payBridge = (from: Window & { readonly WeixinJSBridge?: PayBridge }): PayBridge | undefined => from.WeixinJSBridge

function showNote(name: string): void {
  for (const each of document.querySelectorAll<HTMLElement>('[data-note]')) each.hidden = each.dataset['note'] !== name
}

function payOrder(): void {
  const order = document.querySelector<HTMLElement>('[data-order]')?.dataset['order']
  const bridge = payBridge(window)
  if (order === undefined) return
  if (bridge === undefined) showNote('outside')
  else bridge.invoke(PAY, JSON.parse(order), ({ err_msg: said = '' }) => showNote(said === `${PAY}:ok` ? '' : 'not-yet'))
}

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-order]') !== null) payOrder()
})
// Whoever came here has asked to pay already: the app need not be told twice.
if (payBridge(window) === undefined) document.addEventListener('WeixinJSBridgeReady', payOrder, { once: true })
else payOrder()
