/** What the code in the chat shows, for whoever does not see it. WeChat takes such a code from its scanner only, not by a long press. */
export const QR_ALT = '付款二维码。用微信「扫一扫」扫，长按识别付不了。'
