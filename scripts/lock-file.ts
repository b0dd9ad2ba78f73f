type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

export type Lock = { packages: Record<string, Entry> }

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony']
const processors = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
]

/** Optional packages that an entry asks for by exact version and that the lock file lacks. */
export function missingEntries(lock: Lock): Map<string, Entry> {
  const missing = new Map<string, Entry>()
  for (const [location, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isPresent(lock, location, name)) continue
      const found = { version: version.replace(/^[\^~]/, ''), ...platformOf(name) }
      missing.set(`node_modules/${name}`, {
        ...found,
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      })
    }
  }
  return missing
}

function isPresent(lock: Lock, location: string, name: string): boolean {
  const places = [`node_modules/${name}`, `${location}/node_modules/${name}`]
  return places.some((place) => lock.packages[place] !== undefined)
}

/** npm skips the packages of other systems by these fields; the name says the same. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/)
  const isWindows = words.includes('win32') || words.includes('windows')
  const os = isWindows ? 'win32' : systems.find((system) => words.includes(system))
  const cpu = words.includes('64')
    ? 'x64'
    : processors.find((processor) => words.includes(processor))
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined
  return {
    ...(os ? { os: [os] } : {}),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os === 'linux' && libc ? { libc: [libc] } : {}),
  }
}
