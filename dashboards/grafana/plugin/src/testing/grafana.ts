import { afterEach } from '@jest/globals'
import { cleanup } from '@testing-library/react'
import { resetGrafana } from './fake-grafana.ts'

resetGrafana()
afterEach(() => {
  cleanup()
  resetGrafana()
})
