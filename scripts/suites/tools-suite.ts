import { provideSystemTools } from '../system-tools.ts'
import type { Suite } from './suite.ts'

export const toolsSuite: Suite = {
  name: 'tools',
  title: 'programs of the system that the tests use',
  async run() {
    const tools = await provideSystemTools()
    const missing = tools.filter((each) => each.problem !== undefined)
    const output = missing.map((each) => `${each.problem}\n`).join('')
    const failed = missing.length
    return { passed: tools.length - failed, failed, skipped: 0, output }
  },
}
