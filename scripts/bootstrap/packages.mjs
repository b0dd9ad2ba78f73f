import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withInstallLock } from './install-lock.mjs'
import { runNpm } from './npm.mjs'
import { npmFor, root, runtimeEnvironment } from './runtime.mjs'
import { BootstrapError, say } from './words.mjs'

/** Installs exactly what package-lock.json says, when it differs from what was installed. */
export async function ensurePackages(node) {
  if (arePackagesInstalled(root)) return
  await withInstallLock(root, async () => {
    if (arePackagesInstalled(root)) return
    // Read before: what changes during the installation is installed by the next start.
    const hash = lockHash(root)
    say({ fr: 'installation des paquets…', en: 'installing packages…' })
    const result = runNpm({
      cli: npmFor(node),
      // Building the pages and testing need the development packages, whatever NODE_ENV says.
      args: ['ci', '--include=dev', '--include=optional'],
      cwd: root,
      root,
      env: runtimeEnvironment(node),
    })
    if (!result.ok) {
      const { fr, en } = result.reason
      throw new BootstrapError({
        fr: `les paquets n’ont pas été installés : ${fr}.`,
        en: `the packages were not installed: ${en}.`,
      })
    }
    notePackages(root, hash)
  })
}

/** Whether a checkout has what its package-lock.json says, for this platform. */
export function arePackagesInstalled(checkout) {
  const path = stampPath(checkout)
  return existsSync(path) && readFileSync(path, 'utf8') === lockHash(checkout)
}

/** Remembers for which `lockHash` packages were installed. */
export function notePackages(checkout, hash) {
  writeFileSync(stampPath(checkout), hash)
}

/** The platform counts: a folder shared between two systems holds the programs of one. */
export function lockHash(checkout) {
  const lock = readFileSync(join(checkout, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  return `${hash} ${process.platform}-${process.arch}\n`
}

/** In the folder that an installation begins by emptying: a broken one leaves no word that it is done. */
function stampPath(checkout) {
  return join(checkout, 'node_modules', '.terreau-stamp')
}
