import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, root, run, tool } from './programs.ts'

const sources = ['apps/web', 'packages/domain', 'packages/i18n', 'packages/protocol']
const ignored = new Set(['node_modules', 'dist', '.turbo', 'coverage'])

/** Builds the pages when something they are made of has changed since the last build. */
export async function buildWeb(): Promise<Outcome> {
  if (isWebBuilt(root)) return { status: 0, output: 'unchanged\n' }
  // Read before: what changes during the build is built by the next start.
  const hash = webHash(root)
  rmSync(stampPath(root), { force: true })
  const args = ['run', 'build', '--filter=@terreau/web', '--output-logs=new-only', '--ui=stream']
  const outcome = await run(tool('turbo'), args, { minutes: 5 })
  if (outcome.status === 0) noteWebBuilt(root, hash)
  return outcome
}

/** Whether the pages of a checkout are there, made of what it holds now. */
export function isWebBuilt(checkout: string): boolean {
  const stamp = stampPath(checkout)
  if (!existsSync(join(checkout, 'apps/web/dist')) || !existsSync(stamp)) return false
  return readFileSync(stamp, 'utf8') === webHash(checkout)
}

/** Remembers of which `webHash` the pages were made. */
export function noteWebBuilt(checkout: string, hash: string): void {
  writeFileSync(stampPath(checkout), hash)
}

/** The name and the bytes of everything that pages are made of; their tests are no part of them. */
export function webHash(checkout: string): string {
  const hash = createHash('sha256')
  const lock = join(checkout, 'package-lock.json')
  const files = [lock, ...sources.flatMap((folder) => filesIn(checkout, folder))]
  for (const path of files)
    hash.update(`${path.slice(checkout.length)}\n`).update(readFileSync(path))
  return hash.digest('hex')
}

function stampPath(checkout: string): string {
  return join(checkout, 'node_modules', '.terreau-web')
}

function filesIn(checkout: string, folder: string): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !path
          .slice(checkout.length)
          .split(/[\\/]/)
          .some((part) => ignored.has(part)),
    )
    .sort()
}
