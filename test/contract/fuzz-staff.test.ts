import { fuzz } from './kit/fuzz.ts'

/** What staff and the dashboards may say. */
fuzz(['staff', 'statistics'], [200, 201, 400, 403, 404, 409, 422])
