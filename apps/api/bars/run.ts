import { startTestServer } from '@terreau/db/test-database'
import type { Bar, BarOptions } from './bar.ts'
import { closeRace } from './close-race.ts'
import { gapless } from './gapless.ts'
import { idempotency } from './idempotency.ts'
import { kill9Api } from './kill9-api.ts'
import { kill9Pg } from './kill9-pg.ts'
import { lostUpdate } from './lost-update.ts'
import { names } from './names.ts'
import { tenantWall } from './tenant-wall.ts'
import { truth } from './truth.ts'
import { uploads } from './uploads.ts'

const BARS: readonly Bar[] = [
  kill9Api,
  kill9Pg,
  tenantWall,
  closeRace,
  idempotency,
  lostUpdate,
  gapless,
  uploads,
  truth,
  names,
]

const HELP = `Reliability bars: guarantees put to the test under faults.

  --small            sizes that fit npm test
  --only NAME        one bar (${BARS.map((bar) => bar.name).join(', ')})
  --sabotage         run with the protection removed: the bar must be red

Without --sabotage each bar runs twice: as it is (must be green) and sabotaged (must be red),
because a bar that cannot fail is worth nothing.
`

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    say(HELP)
    return 0
  }
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
  const bars = BARS.filter((bar) => only === undefined || bar.name === only)
  const isSmall = args.includes('--small')
  const modes = args.includes('--sabotage') ? [true] : [false, true]
  const server = await startTestServer()
  let passed = 0
  let failed = 0
  try {
    for (const bar of bars) {
      say(`\n${bar.name}: ${bar.promise}`)
      for (const isSabotaged of modes) {
        if (await runOnce(bar, { isSmall, isSabotaged })) passed += 1
        else failed += 1
      }
    }
  } finally {
    await server.stop()
  }
  say(`\n${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}

/** Green when nothing is removed; red, which is what we want, when the protection is. */
async function runOnce(bar: Bar, options: BarOptions): Promise<boolean> {
  const started = performance.now()
  const result = await bar.run(options)
  const isGreen = result.checks.every((check) => check.isMet)
  const isRight = options.isSabotaged ? !isGreen : isGreen
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const mode = options.isSabotaged ? `sabotaged (${bar.sabotage})` : 'as it is'
  say(`  ${isRight ? 'ok ' : 'NOT'} ${mode}: ${isGreen ? 'green' : 'red'} in ${seconds} s`)
  say(
    `      ${Object.entries(result.counts)
      .map(([name, n]) => `${name} ${n}`)
      .join(', ')}`,
  )
  if (!isRight || options.isSabotaged) {
    for (const check of result.checks.filter((c) => !c.isMet)) say(`      ${check.name}`)
  }
  return isRight
}

process.exitCode = await main(process.argv.slice(2))
