// The one entry of every root command: `node scripts/run.mjs <command>`.
// It runs on any Node from 20 on, in a bare clone: it brings the pinned runtime and the packages,
// then hands over to Node 24. Only Node's own modules may be imported here.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commands, helpFor, overview } from './bootstrap/commands.mjs'
import { ensurePackages } from './bootstrap/packages.mjs'
import { runForwarding } from './bootstrap/run-forwarding.mjs'
import { ensureRuntime, root, runtimeEnvironment } from './bootstrap/runtime.mjs'
import { BootstrapError, say } from './bootstrap/words.mjs'

const [name = '', ...args] = process.argv.slice(2)

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error
  say(error.said)
  process.exitCode = 1
}

async function main() {
  const command = commands[name]
  if (!command) {
    process.stderr.write(overview())
    return name === '' || name === '--help' ? 0 : 2
  }
  if (!command.passesArguments && args.some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(helpFor(name))
    return 0
  }
  const node = await ensureRuntime()
  await ensurePackages(node)
  const script = command.script
  if (!existsSync(join(root, script))) {
    throw new BootstrapError({ fr: `${script} manque.`, en: `${script} is missing.` })
  }
  return runForwarding(node, [script, ...args], { cwd: root, env: runtimeEnvironment(node) })
}
