import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockDataDir } from './data-lock.ts'
import { newDataDir } from './test-child.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = newDataDir()
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const lockFile = () => join(dataDir, 'terreau.lock')
const deadHolder = JSON.stringify({ pid: 4_194_303, startTime: 'long ago', since: '2026-01-01' })

test('a second lock is refused until the first is released', async () => {
  const lock = await lockDataDir(dataDir)
  await expect(lockDataDir(dataDir)).rejects.toMatchObject({ code: 'data-dir-in-use' })
  lock.release()
  const again = await lockDataDir(dataDir)
  again.release()
  expect(existsSync(lockFile())).toBe(false)
})

test.for([
  ['of a process that is gone', deadHolder],
  ['of another process that got the same number', deadHolder.replace('4194303', `${process.pid}`)],
])('a lock %s is taken over', async ([, text = '']) => {
  writeFileSync(lockFile(), text)
  const lock = await lockDataDir(dataDir)
  lock.release()
})

test('a lock left empty by a crash is taken over after a moment', async () => {
  writeFileSync(lockFile(), '')
  const lock = await lockDataDir(dataDir)
  lock.release()
})

test('of many starts that find the same dead lock, exactly one gets it', async () => {
  for (let round = 0; round < 3; round += 1) {
    writeFileSync(lockFile(), deadHolder)
    const results = await Promise.all(Array.from({ length: 4 }, () => race()))
    expect(results.map((each) => each.said).sort()).toEqual(['no', 'no', 'no', 'yes'])
    for (const { stop } of results) await stop()
  }
})

/** Another process that tries, says what it got, and holds it until told to end. */
async function race(): Promise<{ said: string; stop(): Promise<void> }> {
  const module = join(import.meta.dirname, 'data-lock.ts')
  const code = `
    const { lockDataDir } = await import(${JSON.stringify(module)})
    await lockDataDir(${JSON.stringify(dataDir)}).then(
      () => console.log('yes'), (error) => console.log(error.code ? 'no' : String(error)))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    said: String(said),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
