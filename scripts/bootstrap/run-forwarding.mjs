import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { BootstrapError } from './words.mjs'

const forwarded = ['SIGTERM', 'SIGHUP', 'SIGINT']

/** Runs a program in our place: its terminal, our signals, its exit status. */
export function runForwarding(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: 'inherit' })
    const forward = (signal) => {
      // A terminal sends Ctrl-C to the whole group itself: twice would mean "at once".
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    for (const signal of forwarded) process.on(signal, forward)
    const watch = watchParent(() => child.kill('SIGTERM'))
    child.once('error', (error) => {
      const words = `${program}: ${error.message}.`
      reject(new BootstrapError({ fr: words, en: words }))
    })
    child.once('exit', (code, signal) => {
      clearInterval(watch)
      for (const each of forwarded) process.removeListener(each, forward)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

/** npm killed with -9 cannot tell us: without this the server would stay behind, unseen. */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) return undefined
  const before = chainToNpm()
  return setInterval(() => {
    if (chainToNpm() !== before) onGone()
  }, 500).unref()
}

/** npm runs us through a shell, which survives it: then npm is the parent of our parent. */
function chainToNpm() {
  const parent = process.ppid
  try {
    const command = readFileSync(`/proc/${parent}/cmdline`, 'utf8')
    if (!/^[^\0]*sh\0-c\0/.test(command)) return `${parent}`
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8')
    return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return `${parent}`
  }
}
