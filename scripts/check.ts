import { runSuites } from './run-suites.ts'
import { staticSuites } from './suites/static-suites.ts'
import { vitestSuite } from './suites/vitest-suite.ts'

const unit = vitestSuite('unit', 'rules, words, documents', 'unit', 5)
const { passed, failed } = await runSuites([staticSuites, [unit]])
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
