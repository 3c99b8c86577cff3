import { type FormEvent, type InputHTMLAttributes, type ReactNode, useId, useState } from 'react'
import { COMMON } from '../../console-copy.ts'
import type { No } from './send.ts'
import type { Read, Waiting } from './use-queue.ts'

/** Why something was not done; read out at once. */
export function Refused({ no }: { readonly no: No | undefined }) {
  return (
    <p role="alert" className="refused">
      {no?.title ?? ''}
    </p>
  )
}

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly label: string
  readonly name: string
  readonly hint?: string
  /** The API says that this one is wrong. */
  readonly isWrong?: boolean
}

export function Field({ label, hint, isWrong = false, ...about }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} required autoComplete="off" aria-invalid={isWrong} aria-describedby={hint && `${id}-hint`} {...about} />
      {hint && (
        <small id={`${id}-hint`} className="faint">
          {hint}
        </small>
      )}
    </div>
  )
}

export function Tick({ label, ...about }: InputHTMLAttributes<HTMLInputElement> & { readonly label: string; readonly name: string }) {
  return (
    <label className="tick">
      <input type="checkbox" {...about} />
      <span>{label}</span>
    </label>
  )
}

export const fieldOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

interface FormProps {
  readonly label: string
  readonly submit: (form: FormData) => Promise<unknown>
  readonly isDoing: boolean
  readonly no?: No | undefined
  readonly isPlain?: boolean
  readonly children?: ReactNode
}

/** A form with one button. What was typed stays until it was taken. */
export function Form({ label, submit, isDoing, no, isPlain = false, children }: FormProps) {
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    void submit(new FormData(event.currentTarget))
  }
  return (
    <form onSubmit={send} className="form">
      {children}
      <Refused no={no} />
      <button type="submit" className={isPlain ? 'plain' : 'main'} aria-disabled={isDoing}>
        {isDoing ? COMMON.doing : label}
      </button>
    </form>
  )
}

interface ListProps<Row> {
  readonly read: Read<Waiting<Row>>
  readonly again: () => void
  readonly none: string
  readonly children: (row: Row) => ReactNode
}

/** A queue as it stands, or why it is not to be had. */
export function List<Row>({ read, again, none, children }: ListProps<Row>) {
  if (read.state === 'waits') return <p role="status">{COMMON.reading}</p>
  return (
    <>
      {read.state === 'no' ? <Refused no={read.no} /> : <Rows {...read.value} none={none} row={children} />}
      <button type="button" className="plain" onClick={again}>
        {COMMON.again}
      </button>
    </>
  )
}

function Rows<Row>({ rows, hasMore, none, row }: Waiting<Row> & { readonly none: string; readonly row: (row: Row) => ReactNode }) {
  if (rows.length === 0) return <p className="faint">{none}</p>
  return (
    <>
      <ul className="queue">{rows.map(row)}</ul>
      {hasMore && <p className="faint">{COMMON.more}</p>}
    </>
  )
}

/** Names and what they are. */
export function Facts({ of }: { readonly of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What is opened by a button, and closed by it. */
export function Opened({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      {isOpen && <div className="opened">{children}</div>}
    </>
  )
}
