import { inspect } from 'node:util'
import { startTestServer } from '@terreau/db/test-database'
import type { Bar, BarOptions, BarResult } from './bar.ts'
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

  --small            sizes that fit npm test; bars then run two at a time
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
  const results: boolean[] = []
  try {
    // What kills servers waits most of the time for them to come back: small runs do the rest meanwhile.
    const lanes = isSmall ? [bars.filter(isKiller), bars.filter((bar) => !isKiller(bar))] : [bars]
    await Promise.all(
      lanes.map(async (lane) => {
        for (const bar of lane) results.push(...(await runBar(bar, { isSmall, modes })))
      }),
    )
  } finally {
    await server.stop()
  }
  const failed = results.filter((isRight) => !isRight).length
  say(`\n${results.length - failed} passed, ${failed} failed`)
  return failed === 0 && results.length > 0 ? 0 : 1
}

function isKiller(bar: Bar): boolean {
  return bar === kill9Api || bar === kill9Pg
}

/** Says all about one bar at once, so that two that run side by side can be read. */
async function runBar(
  bar: Bar,
  { isSmall, modes }: { isSmall: boolean; modes: readonly boolean[] },
): Promise<boolean[]> {
  const lines = ['', `${bar.name}: ${bar.promise}`]
  const results: boolean[] = []
  for (const isSabotaged of modes) {
    // What a missing protection lets through shows at the small size already.
    const options = { isSmall: isSmall || isSabotaged, isSabotaged }
    const { isRight, told } = await runOnce(bar, options)
    results.push(isRight)
    lines.push(...told)
  }
  say(lines.join('\n'))
  return results
}

function isResult(result: unknown): result is BarResult {
  return typeof result === 'object' && result !== null && 'checks' in result
}

/** Green when nothing is removed; red, which is what we want, when the protection is. */
async function runOnce(
  bar: Bar,
  options: BarOptions,
): Promise<{ isRight: boolean; told: string[] }> {
  const started = performance.now()
  // A bar that breaks off proves nothing, sabotaged or not; the others go on.
  const result = await bar.run(options).catch((error: unknown) => error)
  if (!isResult(result)) return { isRight: false, told: [`  NOT ended: ${inspect(result)}`] }
  const isGreen = result.checks.every((check) => check.isMet)
  const isRight = options.isSabotaged ? !isGreen : isGreen
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const mode = options.isSabotaged ? `sabotaged (${bar.sabotage})` : 'as it is'
  const counts = Object.entries(result.counts).map(([name, n]) => `${name} ${n}`)
  const unmet = result.checks.filter((check) => !check.isMet)
  return {
    isRight,
    told: [
      `  ${isRight ? 'ok ' : 'NOT'} ${mode}: ${isGreen ? 'green' : 'red'} in ${seconds} s`,
      `      ${counts.join(', ')}`,
      ...(isRight && !options.isSabotaged ? [] : unmet.map(({ name }) => `      ${name}`)),
    ],
  }
}

// A bar that broke off may have left a server or a timer: it must not keep the others' result waiting.
process.exit(await main(process.argv.slice(2)))
