export const commands = {
  start: {
    script: 'scripts/start.ts',
    summary: 'Start Terreau: install and build what is missing, prepare the database, serve.',
    details: [
      'PORT, HOST      address to listen on (localhost:3000)',
      'DATA_DIR        folder of the data, for the embedded database and files',
      'DATABASE_URL    use this PostgreSQL (15 or newer) and start none',
      'SMTP_URL        mail server; without it, mails are files in DATA_DIR/outbox',
      '-- --lang en    what it says in English; in French otherwise',
    ],
  },
  test: {
    script: 'scripts/test.ts',
    summary: 'Run every check and test; the last line reads "N passed, N failed".',
    details: ['npm test -- unit api     only these suites', 'npm test -- --list       their names'],
  },
  dev: {
    script: 'scripts/dev.ts',
    summary: 'Serve from sources: the API restarts and the pages reload at each change.',
    details: [],
  },
  check: {
    script: 'scripts/check.ts',
    summary: 'Format, types, import law, unused code, unit tests: seconds, no database.',
    details: [],
  },
  bench: {
    script: 'apps/api/bench/run.ts',
    summary: 'Measure speed against a limit taken in the same run.',
    passesArguments: true,
    details: [],
  },
  bars: {
    script: 'apps/api/bars/run.ts',
    summary: 'Prove the reliability bars: kill -9, tenant wall, races, uploads.',
    passesArguments: true,
    details: [],
  },
  terreau: {
    script: 'apps/api/src/cli.ts',
    summary: 'Operate an installation: check, import, migrate, demo, rehearse…',
    passesArguments: true,
    details: [],
  },
  build: { script: 'scripts/build.ts', summary: 'Build the pages (cached).', details: [] },
  e2e: {
    script: 'scripts/e2e.ts',
    summary: 'Run the browser tests; further arguments go to Playwright.',
    details: ['npm run e2e -- sign-in     only the files whose name holds "sign-in"'],
  },
  'db:types': {
    script: 'scripts/db-types.ts',
    summary: 'Write db/schema.sql and the database types from the migrations.',
    details: ['npm run db:types -- --verify   only compare, and fail when they differ'],
  },
  format: { script: 'scripts/format.ts', summary: 'Format every source file.', details: [] },
}

export function helpFor(name) {
  const { summary, details } = commands[name]
  const call = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`
  return [call, `  ${summary}`, ...details.map((line) => `  ${line}`), ''].join('\n')
}

export function overview() {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  )
  return ['Usage: npm run <command> [-- --help]', ...lines, ''].join('\n')
}
