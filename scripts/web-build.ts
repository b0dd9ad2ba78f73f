import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, root, run, tool } from './programs.ts'

const sources = ['apps/web', 'packages/domain', 'packages/i18n', 'packages/protocol']
const ignored = new Set(['node_modules', 'dist', '.turbo', 'coverage'])
const dist = join(root, 'apps/web/dist')
const stampPath = join(root, 'node_modules', '.terreau-web')

/** Builds the pages when something they are made of has changed since the last build. */
export async function buildWeb(): Promise<Outcome> {
  const hash = sourcesHash()
  if (existsSync(dist) && readStamp() === hash) return { status: 0, output: 'unchanged\n' }
  rmSync(stampPath, { force: true })
  const args = ['run', 'build', '--filter=@terreau/web', '--output-logs=new-only', '--ui=stream']
  const outcome = await run(tool('turbo'), args, { minutes: 5 })
  if (outcome.status === 0) writeFileSync(stampPath, hash)
  return outcome
}

function readStamp(): string {
  return existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : ''
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const files = [join(root, 'package-lock.json'), ...sources.flatMap((path) => filesIn(path))]
  for (const path of files) hash.update(`${path.slice(root.length)}\n`).update(readFileSync(path))
  return hash.digest('hex')
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !path
          .slice(root.length)
          .split(/[\\/]/)
          .some((part) => ignored.has(part)),
    )
    .sort()
}
