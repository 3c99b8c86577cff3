import type { DataSourcePluginOptionsEditorProps } from '@grafana/data'
import { Field, Input, SecretInput } from '@grafana/ui'
import React from 'react'
import { copy } from './copy.ts'
import type { SourceOptions, SourceSecrets } from './query.ts'

type Props = DataSourcePluginOptionsEditorProps<SourceOptions, SourceSecrets>

const WIDTH = 60

/** The address has no slash at its end: the routes of plugin.json put one there. */
const asAddress = (typed: string): string => typed.trim().replace(/\/+$/, '')

const isAddress = (url: string): boolean => url === '' || /^https?:\/\/\S+$/.test(url)

/** Two things to fill in: where the county's API is, and the token, which Grafana's server keeps to itself. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const { config } = copy()
  const { url, secureJsonData, secureJsonFields } = options
  const setToken = (token: string) => onOptionsChange({ ...options, secureJsonData: { ...secureJsonData, token } })
  const forgetToken = () =>
    onOptionsChange({
      ...options,
      secureJsonFields: { ...secureJsonFields, token: false },
      secureJsonData: { ...secureJsonData, token: '' },
    })
  return (
    <>
      <Field label={config.url} description={config.urlHint} invalid={!isAddress(url)} error={config.urlWrong} required>
        <Input
          id="url"
          width={WIDTH}
          value={url}
          placeholder="http://api:3000"
          onChange={({ currentTarget }) => onOptionsChange({ ...options, url: currentTarget.value })}
          onBlur={() => onOptionsChange({ ...options, url: asAddress(url) })}
        />
      </Field>
      <Field label={config.token} description={config.tokenHint} required>
        <SecretInput
          id="token"
          width={WIDTH}
          isConfigured={secureJsonFields?.['token'] ?? false}
          value={secureJsonData?.token ?? ''}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          onReset={forgetToken}
        />
      </Field>
    </>
  )
}
