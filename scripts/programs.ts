import { type ChildProcess, spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

export const root = join(import.meta.dirname, '..')

export type Outcome = { status: number; output: string }

const running = new Set<ChildProcess>()

/** Runs one of the project's programs to its end and keeps what it says. */
export function run(
  program: string,
  args: string[],
  options: { minutes: number; env?: Record<string, string>; cwd?: string },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...environment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: at the time limit its children end with it.
      detached: true,
    })
    running.add(child)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    const timer = setTimeout(() => {
      chunks.push(Buffer.from(`\nstopped after ${options.minutes} minutes\n`))
      killGroup(child, 'SIGKILL')
    }, options.minutes * 60_000)
    const finish = (status: number, more = '') => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ status, output: Buffer.concat(chunks).toString('utf8') + more })
    }
    child.once('error', (error) => finish(127, error.message))
    child.once('close', (code) => finish(code ?? 1))
  })
}

/** Shows what a program says as it says it, for commands that a person watches. */
export function show(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    })
    child.once('error', () => resolve(127))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** Ctrl-C or a stop order must not leave a test server behind. */
export function stopAll(signal: NodeJS.Signals): void {
  for (const child of running) killGroup(child, signal)
}

/** The path of a program that a dependency brings. */
export const tool = (name: string): string => join(root, 'node_modules', '.bin', name)

function environment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...env } = process.env
  const bin = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  return { ...env, PATH: bin, NO_COLOR: '1', TURBO_TELEMETRY_DISABLED: '1' }
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Already ended.
  }
}
