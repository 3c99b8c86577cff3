/** The contract this release speaks; /stats/health says which one the county speaks. */
export const CONTRACT = 3
