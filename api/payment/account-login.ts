export type LoginReport =
  | { readonly state: 'known'; readonly openid: string }
  /** The code is not good, or was used before. */
  | { readonly state: 'refused' }
  /** No answer, or none that can be read: the same code may be tried again. */
  | { readonly state: 'unknown'; readonly code: string }

/** How a payee shows which account is his: on a page of the chat app, which sends him back with a code. */
export interface AccountLogin {
  /** Where he is sent; `state` comes back beside the code. */
  loginUrl(asked: { readonly backTo: string; readonly state: string }): string
  /** Whose code it is, by the chat app's own word. */
  accountOf(code: string): Promise<LoginReport>
}
