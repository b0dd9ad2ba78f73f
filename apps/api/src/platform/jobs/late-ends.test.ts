import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { LATE_END } from './late-ends.ts'

const MODULE = JSON.stringify(join(import.meta.dirname, 'late-ends.ts'))

/** What a process says that listens and then lets go of a promise which fails with these words. */
function lettingGo(words: string): { status: number | null; said: string } {
  const script = `
    const { outliveLateEnds } = await import(${MODULE})
    outliveLateEnds((error) => console.log('reported', error.message))
    Promise.reject(new Error(${JSON.stringify(words)}))
    setTimeout(() => console.log('still there'), 50)`
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  return { status: ran.status, said: ran.stdout }
}

it('outlives the end of a job that its workers can no longer note, and reports it', () => {
  const words = `${LATE_END}, and so no more calls can be made.`
  expect(lettingGo(words)).toEqual({ status: 0, said: `reported ${words}\nstill there\n` })
})

it('lets every other promise that nobody holds end the process', () => {
  const { status, said } = lettingGo('the rest of the program is wrong')
  expect(status).not.toBe(0)
  expect(said).toBe('')
})

it('knows the words that the library uses', () => {
  const entry = createRequire(import.meta.url).resolve('graphile-worker')
  expect(readFileSync(join(dirname(entry), 'main.js'), 'utf8')).toContain(`"${LATE_END},`)
})
