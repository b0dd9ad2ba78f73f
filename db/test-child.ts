import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connect } from './connect.ts'
import { newTestFolder } from './test-folder.ts'

type Said = { ownerUrl?: string; code?: string; message?: string }

/** Starts the embedded database in another process, optionally as another user. */
export async function startChild(
  dataDir: string,
  user?: { uid: number; gid: number },
): Promise<Said & { child: ChildProcess }> {
  const script = join(import.meta.dirname, 'test-embedded-child.ts')
  const prefix = user
    ? ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
    : []
  const [program = '', ...args] = [...prefix, process.execPath, script, dataDir]
  const child = spawn(program, args, {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    return { ...(JSON.parse(line) as Said), child }
  }
  throw new Error('the child ended without a word')
}

export async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

export async function stopChild(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  return child.exitCode
}

export const newDataDir = (): string => newTestFolder('terreau-embedded-')

export function postmasterPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connect(url)
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
