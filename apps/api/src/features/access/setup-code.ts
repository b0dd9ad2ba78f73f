import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The set-up code, made once and kept in DATA_DIR until the first cooperative exists. */
export function readSetupCode(dataDir: string): string {
  const file = fileIn(dataDir)
  try {
    writeFileSync(file, Array.from({ length: 8 }, () => randomInt(10)).join(''), {
      flag: 'wx',
      mode: 0o600,
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** Whether somebody typed what the operator's terminal shows. The comparison takes the same time for all. */
export function isSetupCode(dataDir: string, typed: string): boolean {
  return timingSafeEqual(digest(typed.replaceAll(/\s/g, '')), digest(readSetupCode(dataDir)))
}

/** Once a cooperative exists the code opens nothing; its file goes at the next start. */
export function forgetSetupCode(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true })
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'setup-code')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
