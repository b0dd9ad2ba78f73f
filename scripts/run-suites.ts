import type { Counts, Suite } from './suites/suite.ts'

type Line = Counts & { name: string; seconds: number }

/** Runs suites one after the other; what they say is shown only when they fail. */
export async function runSuites(suites: Suite[]): Promise<{ passed: number; failed: number }> {
  const lines: Line[] = []
  for (const suite of suites) {
    process.stdout.write(`${suite.name}: ${suite.title} … `)
    const started = performance.now()
    const counts = await runOne(suite)
    const seconds = Math.round((performance.now() - started) / 1_000)
    lines.push({ ...counts, name: suite.name, seconds })
    process.stdout.write(`${counts.failed === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`)
    if (counts.failed > 0) process.stdout.write(`${indent(counts.output)}\n`)
  }
  process.stdout.write(table(lines))
  const sum = (key: 'passed' | 'failed') => lines.reduce((total, line) => total + line[key], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}

async function runOne(suite: Suite): Promise<Counts> {
  try {
    return await suite.run()
  } catch (error) {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { passed: 0, failed: 1, skipped: 0, output }
  }
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
}

function table(lines: Line[]): string {
  const width = Math.max(...lines.map((line) => line.name.length), 'suite'.length)
  const row = (name: string, ...cells: (string | number)[]) =>
    `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(9)).join('')}\n`
  const body = lines.map((line) =>
    row(line.name, line.passed, line.failed, line.skipped, `${line.seconds} s`),
  )
  return `\n${row('suite', 'passed', 'failed', 'skipped', 'time')}${body.join('')}\n`
}
