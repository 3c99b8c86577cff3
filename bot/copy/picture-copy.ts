/** What the code in the chat shows, for whoever does not see it. */
export const QR_ALT = '付款二维码。长按识别，或用另一部手机的微信扫。'
