import { fuzz } from './kit/fuzz.ts'

/** What the bot says for people, what it says for itself, and what anybody may say. */
fuzz(['contact', 'bot', 'public'], [200, 201, 400, 401, 403, 404, 409, 422])
