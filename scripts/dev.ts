import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root, tool } from './programs.ts'

// The API restarts when a source changes; Vite reloads the pages and passes /api on to it.
const children: ChildProcess[] = [
  spawn(process.execPath, ['--watch-preserve-output', '--watch', 'apps/api/src/main.ts'], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(tool('vite'), [], { cwd: join(root, 'apps/web'), stdio: 'inherit' }),
]

const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0
    stop()
  })
}
