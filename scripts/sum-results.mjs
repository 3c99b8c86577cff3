// Adds up a run of .ci/run: `FOLDER/*.json` are jest's results, `FOLDER/failed-steps` names the steps that ended badly. The check counts as one.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { name: string, status: string, assertionResults: { fullName: string, status: string }[] }[] }} Results */

const [folder = '.'] = process.argv.slice(2)
const stepsFile = join(folder, 'failed-steps')
const failedSteps = existsSync(stepsFile) ? readFileSync(stepsFile, 'utf8').split('\n').filter(Boolean) : []

/** @type {string[]} */
const failures = failedSteps.includes('check') ? ['check'] : []
let passed = 1 - failures.length

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  /** @type {Results} */
  const results = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  passed += results.numPassedTests
  failures.push(...results.testResults.flatMap((suite) => failuresOf(suite).map((name) => `${file.replace('.json', '')}: ${name}`)))
}
// A step that failed without a failed test (a crash, nothing found to run) is a failure of its own.
failures.push(...failedSteps.filter((step) => !failures.some((failure) => failure === step || failure.startsWith(`${step}: `))))

/**
 * A suite that could not run has no tests to count: it counts as one failure.
 * @param {Results['testResults'][number]} suite
 */
function failuresOf(suite) {
  const tests = suite.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
  return tests.length === 0 && suite.status === 'failed' ? [suite.name] : tests
}

for (const failure of failures) console.log(`FAILED ${failure}`)
console.log(`${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1
