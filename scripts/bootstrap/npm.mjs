import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { plainReason } from './words.mjs'

/** Runs npm quietly; its words are shown only when it fails. Returns `{ ok, reason }`, a reason in both languages. */
export function runNpm({ cli, args, cwd, root, env = process.env }) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts']
  const full = [...args, ...quiet, '--loglevel=error', ...cacheArguments(root, env)]
  const [program, first] = cli ? [cli.node, [cli.file]] : ['npm', []]
  const result = spawnSync(program, [...first, ...full], {
    cwd,
    env: withoutOuterNpm(env),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && !cli,
  })
  if (result.status === 0) return { ok: true, reason: undefined }
  const text = `${result.stderr ?? ''}\n${result.error?.message ?? ''}`
  // npm follows its error with a page of usage; the first lines say it all.
  process.stderr.write(`${text.trim().split('\n').slice(0, 12).join('\n')}\n`)
  return { ok: false, reason: plainReason(text) }
}

/**
 * npm describes the command that started us in its environment: its workspace, its prefix. Another
 * npm must not take them for its own. Registry, proxy and certificates are kept.
 */
function withoutOuterNpm(env) {
  const kept =
    /^npm_config_(.*registry|.*proxy|cafile|ca|cache|userconfig|globalconfig|strict_ssl|.*token)$/i
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)),
  )
}

/** A home folder that does not exist or may not be written: keep the cache in the checkout. */
function cacheArguments(root, env) {
  if (env.npm_config_cache) return []
  try {
    accessSync(homedir(), constants.W_OK)
    return []
  } catch {
    return ['--cache', join(root, '.runtime', 'npm-cache')]
  }
}
