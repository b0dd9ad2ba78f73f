import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cannotWrite, withInstallLock } from './install-lock.mjs'
import { runNpm } from './npm.mjs'
import { BootstrapError, say } from './words.mjs'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const runtimeDir = join(root, '.runtime')
const nodeVersion = readFileSync(join(root, '.nvmrc'), 'utf8').trim()
const npmVersion = '11.21.2'
/** The first release of this major line that every dependency accepts. */
const minorMin = 11
const stampPath = join(runtimeDir, 'installed')
const wanted = `node ${nodeVersion} npm ${npmVersion}\n`

const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const nodeFile = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
const node = join(runtimeDir, 'node_modules', nodePackage, nodeFile)
const npmCli = join(runtimeDir, 'node_modules', 'npm', 'bin', 'npm-cli.js')

/** A Node good enough to run everything: ourselves, or the pinned one, installed when absent. */
export async function ensureRuntime() {
  if (isGoodEnough(process.versions.node)) return process.execPath
  if (isInstalled()) return node
  await withInstallLock(root, async () => {
    if (!isInstalled()) install()
  })
  return node
}

/** The npm to run under that Node. */
export function npmFor(nodePath) {
  return nodePath === node ? { node, file: npmCli } : systemNpm()
}

function isGoodEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === Number(nodeVersion.split('.')[0]) && minor >= minorMin
}

/** The pinned runtime and the project's programs come before those of the system. */
export function runtimeEnvironment(nodePath) {
  const folders = [
    dirname(nodePath),
    join(root, 'node_modules', '.bin'),
    join(runtimeDir, 'node_modules', '.bin'),
    process.env.PATH ?? '',
  ]
  return {
    ...process.env,
    PATH: folders.join(delimiter),
    // What is compiled once is not compiled at each start: after a crash the product is back sooner.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(runtimeDir, 'compile-cache'),
  }
}

function isInstalled() {
  return existsSync(node) && existsSync(npmCli) && readStamp() === wanted
}

function readStamp() {
  return existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : ''
}

function install() {
  say({
    fr: `installation de son propre moteur, Node ${nodeVersion} (une seule fois)…`,
    en: `bringing its own runtime, Node ${nodeVersion} (once)…`,
  })
  const manifest = join(runtimeDir, 'package.json')
  try {
    mkdirSync(runtimeDir, { recursive: true })
    writeFileSync(manifest, '{"private":true}\n')
  } catch (error) {
    throw new BootstrapError(cannotWrite(runtimeDir, error))
  }
  // The platform's package holds the program itself, so no install script has to run.
  const packages = [`${nodePackage}@${nodeVersion}`, `npm@${npmVersion}`]
  const result = runNpm({
    cli: systemNpm(),
    args: ['install', '--prefix', runtimeDir, '--no-save', '--no-package-lock', ...packages],
    cwd: runtimeDir,
    root,
  })
  if (!result.ok) {
    const { fr, en } = result.reason
    throw new BootstrapError({
      fr: `Node ${nodeVersion} n’a pas été installé : ${fr}.`,
      en: `Node ${nodeVersion} was not installed: ${en}.`,
    })
  }
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim()
  if (version !== `v${nodeVersion}`) {
    throw new BootstrapError({
      fr: `le Node ${nodeVersion} de npm ne fonctionne pas ici : installez Node 24 et mettez son dossier en tête de PATH.`,
      en: `the Node ${nodeVersion} of npm does not run here: install Node 24 and set its folder first on PATH.`,
    })
  }
  writeFileSync(stampPath, wanted)
}

/** The npm that started us, or the one on PATH. */
function systemNpm() {
  const fromNpm = process.env.npm_execpath
  if (fromNpm && /npm-cli\.c?js$/.test(fromNpm)) return { node: process.execPath, file: fromNpm }
  return undefined
}
