/** The first month of the unbroken run that ends with `month`, of one year; `paid` are the months in which something was paid. */
export function unbrokenSince(month: number, paid: ReadonlySet<number>): number {
  let first = month
  while (paid.has(first - 1)) first -= 1
  return first
}
