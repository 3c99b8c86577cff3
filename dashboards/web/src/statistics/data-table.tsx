import type { ReactNode } from 'react'

export interface TableRow {
  readonly key: string
  readonly cells: readonly ReactNode[]
  readonly isPicked?: boolean
  /** Where a row can be looked at closer. */
  readonly onPick?: () => void
}

export interface DataTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

export function ColumnHeads({ names }: { readonly names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The same figures to read, with the keyboard and aloud. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <div className="table-room">
      <table>
        <caption className="unseen">{caption}</caption>
        <ColumnHeads names={columns} />
        <tbody>
          {rows.map(({ key, cells: [first, ...rest], isPicked, onPick }) => (
            <tr key={key} className={isPicked ? 'picked' : undefined}>
              <th scope="row">
                {onPick === undefined ? (
                  first
                ) : (
                  <button type="button" className="row-pick" onClick={onPick}>
                    {first}
                  </button>
                )}
              </th>
              {rest.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
