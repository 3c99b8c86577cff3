// Runs in the page. Hands a payout to the chat app, which asks its payee for his word; only inside the app that is possible.
const ASK = 'requestMerchantTransfer'

interface Bridge {
  invoke(name: string, asked: object, answered: (answer: { readonly err_msg?: string }) => void): void
}

/** The app puts it there a moment after the page. */
const bridgeOf = (from: Window & { readonly WeixinJSBridge?: Bridge }): Bridge | undefined => from.WeixinJSBridge

function note(name: string): void {
  for (const each of document.querySelectorAll<HTMLElement>('[data-note]')) each.hidden = each.dataset['note'] !== name
}

function confirmTransfer(bridge: Bridge, { mchid, appid, package: packageInfo }: DOMStringMap): void {
  bridge.invoke(ASK, { mchId: mchid, appId: appid, package: packageInfo }, ({ err_msg: said = '' }) => {
    if (said === `${ASK}:ok`) note('')
    else note(said.includes('not exist') || said.includes('not support') ? 'too-old' : 'not-yet')
  })
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-package]') : null
  const bridge = bridgeOf(window)
  if (button === null) return
  if (bridge === undefined) note('outside')
  else confirmTransfer(bridge, button.dataset)
})
