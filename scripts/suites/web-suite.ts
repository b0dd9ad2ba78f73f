import { phoneWeights } from '../phone-weights.ts'
import { buildWeb } from '../web-build.ts'
import { asOne, type Counts, type Suite } from './suite.ts'

export const webSuite: Suite = {
  name: 'web',
  title: 'the pages build, and no phone page is too heavy',
  async run() {
    const built = asOne(await buildWeb())
    return built.failed > 0 ? built : withWeights(built)
  },
}

/** One case for each phone page. */
function withWeights(built: Counts): Counts {
  const weights = phoneWeights()
  if (weights.length === 0) throw new Error('no phone page was found')
  const heavy = weights.filter(({ bytes, bytesMax }) => bytes > bytesMax)
  const lines = heavy.map(
    ({ path, bytes, bytesMax }) =>
      `${path} fetches ${kilobytes(bytes)} of JavaScript, ${kilobytes(bytesMax)} allowed\n`,
  )
  return {
    passed: built.passed + weights.length - heavy.length,
    failed: heavy.length,
    skipped: 0,
    output: built.output + lines.join(''),
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`
}
