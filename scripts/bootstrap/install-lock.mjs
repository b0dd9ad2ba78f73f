import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BootstrapError } from './words.mjs'

/** What is said of a file or folder that the system refused to write. */
export const cannotWrite = (path, error) => ({
  fr: `${path} ne peut pas être écrit (${error.code}).`,
  en: `${path} cannot be written (${error.code}).`,
})

const heldLock = (path) => ({
  fr: `une autre installation est en cours (${path}).`,
  en: `another installation is under way (${path}).`,
})

const waitMaxMs = 10 * 60_000

/** Two commands started together must not install into one folder at once: the second waits. */
export async function withInstallLock(root, work) {
  const path = join(root, '.runtime', 'install.lock')
  const deadline = Date.now() + waitMaxMs
  while (!tryLock(path)) {
    if (isAbandoned(path)) rmSync(path, { force: true })
    else if (Date.now() > deadline) throw new BootstrapError(heldLock(path))
    else await sleep(300)
  }
  try {
    await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function tryLock(path) {
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new BootstrapError(cannotWrite(path, error))
  }
}

function isAbandoned(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    if (pid > 0) process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
