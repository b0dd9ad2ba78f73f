import { buildWeb } from '../web-build.ts'
import { asOne, type Suite } from './suite.ts'

export const webSuite: Suite = {
  name: 'web',
  title: 'the pages build',
  async run() {
    return asOne(await buildWeb())
  },
}
