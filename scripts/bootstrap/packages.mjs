import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BootstrapError } from './bootstrap-error.mjs'
import { withInstallLock } from './install-lock.mjs'
import { runNpm } from './npm.mjs'
import { npmFor, root, runtimeEnvironment } from './runtime.mjs'

const stampPath = join(root, 'node_modules', '.terreau-stamp')

/** Installs exactly what package-lock.json says, when it differs from what was installed. */
export async function ensurePackages(node) {
  if (readStamp() === lockHash()) return
  await withInstallLock(root, async () => {
    const hash = lockHash()
    if (readStamp() === hash) return
    process.stderr.write('Terreau: installing packages…\n')
    const result = runNpm({
      cli: npmFor(node),
      // Building the pages and testing need the development packages, whatever NODE_ENV says.
      args: ['ci', '--include=dev', '--include=optional'],
      cwd: root,
      root,
      env: runtimeEnvironment(node),
    })
    if (!result.ok) throw new BootstrapError(`The packages were not installed: ${result.reason}.`)
    writeFileSync(stampPath, hash)
  })
}

function readStamp() {
  return existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : ''
}

/** The platform counts: a folder shared between two systems holds the programs of one. */
function lockHash() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  return `${hash} ${process.platform}-${process.arch}\n`
}
