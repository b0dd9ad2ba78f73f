import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

export type ProcessState = 'alive' | 'zombie' | 'gone'

/** A zombie still answers to signal 0, although it can do nothing any more: tell them apart. */
export function processState(pid: number): ProcessState {
  try {
    process.kill(pid, 0)
  } catch (error) {
    const refused = error instanceof Error && 'code' in error && error.code === 'EPERM'
    if (!refused) return 'gone'
  }
  return readState(pid).startsWith('Z') ? 'zombie' : 'alive'
}

/** A text that differs when the number of a dead process is given to a new one. */
export function processStartTime(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  const fields = statFields(pid)
  return fields.length > 19 ? `${bootId()}:${fields[19]}` : ''
}

/** Whether this process is a PostgreSQL server that works in this data folder. */
export function isPostmasterOf(pid: number, pgData: string): boolean {
  if (processState(pid) !== 'alive') return false
  if (process.platform !== 'linux') {
    const command = ps(pid, 'command=')
    return command.includes('postgres') && command.includes(pgData)
  }
  try {
    // The server changes its working folder to its data folder when it starts.
    return readlinkSync(`/proc/${pid}/cwd`) === pgData
  } catch {
    return false
  }
}

/** Every live process that works in this data folder. Empty where the system does not tell (not Linux). */
export function processesIn(pgData: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid > 1 && isPostmasterOf(pid, pgData))
}

function readState(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'state=')
  return statFields(pid)[0] ?? ''
}

/** Fields of /proc/<pid>/stat from the third on: the second, a name, may hold spaces. */
function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

function ps(pid: number, format: string): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', format], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}
