import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { keptBack, keptBackOf, LEAST_PEOPLE } from './suppress.ts'

const back = (...people: number[]) => [...keptBack(people.map((many) => ({ people: many })))].sort()

describe('what is kept back of a table', () => {
  it.each([
    ['nothing where every cell is large or empty', [5, 0, 17], []],
    ['two small cells, which hide each other', [4, 20, 1], [0, 2]],
    ['one small cell and the smallest of the others', [30, 2, 9, 0], [1, 2]],
    ['one small cell and an empty one, where there is no other', [0, 3, 0], [0, 1]],
    ['one small cell alone, where it is all there is', [3], [0]],
    ['nothing of nothing', [], []],
  ])('%s', (_what, people, expected) => {
    expect(back(...people)).toEqual(expected)
  })

  it('no cell of a handful is ever told, and none can be worked out from all the others and their sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 20 }), (people) => {
        const kept = back(...people)
        for (const [at, many] of people.entries()) if (many > 0 && many < LEAST_PEOPLE) expect(kept).toContain(at)
        expect(kept.length).not.toBe(1)
      }),
    )
  })
})

describe('what is kept back of a table whose rows and columns are told as wholes', () => {
  const tableOf = (rows: readonly (readonly number[])[], columns: readonly number[] = []) =>
    keptBackOf(
      rows.map((cells) => cells.map((people) => ({ people }))),
      new Set(columns),
    ).map((row) => row.map((isBack) => (isBack ? 'x' : '.')).join(''))

  it.each([
    [
      'nothing where every cell is large',
      [
        [9, 8],
        [7, 20],
      ],
      [],
      ['..', '..'],
    ],
    [
      'a small cell, one of its row, one of its column, and where those cross',
      [
        [3, 8, 9],
        [7, 20, 30],
        [40, 50, 60],
      ],
      [],
      ['xx.', 'xx.', '...'],
    ],
    [
      'all of a column that is small as a whole',
      [
        [2, 9, 8],
        [1, 9, 8],
      ],
      [0],
      ['x.x', 'x.x'],
    ],
  ])('%s', (_what, rows, columns, expected) => {
    expect(tableOf(rows, columns)).toEqual(expected)
  })

  it('no line ever has one cell alone that is kept back, and no cell of a handful is told', () => {
    const size = fc.record({ rows: fc.integer({ min: 2, max: 8 }), columns: fc.integer({ min: 2, max: 5 }) })
    const table = size.chain(({ rows, columns }) =>
      fc.array(fc.array(fc.nat({ max: 30 }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )
    fc.assert(
      fc.property(table, (people) => {
        const told = tableOf(people)
        const across = told.map((row) => row.split(''))
        const down = Array.from({ length: across[0]?.length ?? 0 }, (_, column) => across.map((row) => row[column] ?? ''))
        for (const line of [...across, ...down]) expect(line.filter((cell) => cell === 'x').length).not.toBe(1)
        for (const [row, cells] of people.entries())
          for (const [column, many] of cells.entries()) if (many > 0 && many < LEAST_PEOPLE) expect(across[row]?.[column]).toBe('x')
      }),
    )
  })
})
