import { Combobox, InlineField } from '@grafana/ui'
import React from 'react'
import { type Options, placeOptions } from './choices.ts'
import { copy } from './copy.ts'
import { NEW_QUERY } from './query.ts'
import type { Editing } from './use-county.ts'

interface PickProps {
  readonly id: string
  readonly label: string
  readonly options: Options
  readonly value: string
  readonly width: number
  readonly pick: (value: string) => void
  readonly isCustom?: boolean
}

/** A field with a list that can be searched by typing. */
export function Pick({ id, label, options, value, width, pick, isCustom = false }: PickProps) {
  return (
    <InlineField label={label} labelWidth={10}>
      <Combobox
        id={id}
        width={width}
        options={options}
        value={value === '' ? null : value}
        placeholder={copy().editor.pick}
        createCustomValue={isCustom}
        onChange={({ value: picked }) => pick(picked)}
      />
    </InlineField>
  )
}

/** The county, one of its townships, or whatever a variable of the dashboard says. */
export function PlacePick({ query, county, set }: Editing) {
  const { editor } = copy()
  const places = placeOptions(editor.wholeCounty, county.townships, county.variables)
  const pick = (region: string) => set({ ...query, region })
  return (
    <Pick id="region" label={editor.region} width={20} options={places} value={query.region ?? NEW_QUERY.region} pick={pick} isCustom />
  )
}
