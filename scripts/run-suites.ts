import type { Counts, Suite } from './suites/suite.ts'

type Line = Counts & { name: string; seconds: number }

/**
 * Runs one group of suites after the other; those of a group run side by side. What a suite says is shown
 * only when it fails.
 */
export async function runSuites(groups: Suite[][]): Promise<{ passed: number; failed: number }> {
  const lines: Line[] = []
  for (const group of groups) lines.push(...(await Promise.all(group.map(runAndTell))))
  process.stdout.write(table(lines))
  const sum = (key: 'passed' | 'failed') => lines.reduce((total, line) => total + line[key], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}

async function runAndTell(suite: Suite): Promise<Line> {
  const started = performance.now()
  const counts = await runOne(suite)
  const seconds = Math.round((performance.now() - started) / 1_000)
  const outcome = counts.failed === 0 ? 'ok' : 'FAILED'
  process.stdout.write(`${suite.name}: ${suite.title} … ${outcome} (${seconds} s)\n`)
  if (counts.failed > 0) process.stdout.write(`${indent(counts.output)}\n`)
  return { ...counts, name: suite.name, seconds }
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
