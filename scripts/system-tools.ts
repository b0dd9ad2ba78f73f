import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, tool } from './programs.ts'

type Tool = { programs: string[]; debianPackage: string; purpose: string }
type Provided = { name: string; problem?: string }

const tools: Tool[] = [
  { programs: ['pdftotext'], debianPackage: 'poppler-utils', purpose: 'read PDF documents' },
  { programs: ['qpdf'], debianPackage: 'qpdf', purpose: 'check PDF documents' },
  {
    programs: ['openssl'],
    debianPackage: 'openssl',
    purpose: 'check certificates and time stamps',
  },
]
const chromium: Tool = {
  programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  debianPackage: 'chromium',
  purpose: 'test the pages in a browser',
}

/** Finds what tests need outside npm; installs it where that is possible, else says how. */
export async function provideSystemTools(): Promise<Provided[]> {
  const missing = [...tools, chromium].filter((each) => !find(each))
  if (missing.length > 0) await installOnDebian(missing.map((each) => each.debianPackage))
  if (!find(chromium) && !(await downloadedChromium())) {
    await run(tool('playwright'), ['install', 'chromium'], { minutes: 5 })
  }
  return [...tools.map(report), await reportChromium()]
}

/** Where the browser tests find their browser; empty when Playwright's own is used. */
export function chromiumEnvironment(): Record<string, string> {
  const path = find(chromium)
  return path ? { CHROMIUM_PATH: path } : {}
}

function report(each: Tool): Provided {
  if (find(each)) return { name: each.debianPackage }
  const problem = `${each.programs[0]} is missing, to ${each.purpose}: install ${each.debianPackage}.`
  return { name: each.debianPackage, problem }
}

async function reportChromium(): Promise<Provided> {
  if (find(chromium) || (await downloadedChromium())) return { name: 'chromium' }
  return report(chromium)
}

async function installOnDebian(packages: string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages]
  const first = await run('apt-get', install, { minutes: 5, env })
  if (first.status === 0) return
  // A bare image has no list of packages yet.
  await run('apt-get', ['update', '-q'], { minutes: 3, env })
  await run('apt-get', install, { minutes: 5, env })
}

function find(each: Tool): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const folder of folders) {
    for (const program of each.programs) {
      const path = join(folder, program)
      if (isExecutable(path)) return path
    }
  }
  return undefined
}

/** Playwright keeps its own browsers outside the checkout, under a name with a build number. */
async function downloadedChromium(): Promise<boolean> {
  const { chromium: browser } = await import('@playwright/test')
  return existsSync(browser.executablePath())
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
