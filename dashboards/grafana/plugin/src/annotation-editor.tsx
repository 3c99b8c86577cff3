import { Alert } from '@grafana/ui'
import React from 'react'
import { copy } from './copy.ts'

export const AnnotationEditor = () => <Alert severity="info" title={copy().editor.events} />
