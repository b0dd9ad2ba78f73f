import { cpus } from 'node:os'
import { startTestServer } from '@terreau/db/test-database'
import { createTestApp, givenCooperative, givenUser } from '../test/test-app.ts'
import { certificates } from './certificates.ts'
import { closeMonths } from './close-months.ts'
import { createDeclaration } from './create-declaration.ts'
import { type Comparison, loadAverage } from './measure.ts'
import { readAccount } from './read-account.ts'
import { readList } from './read-list.ts'
import { salary } from './salary.ts'
import { seedPeople } from './seed.ts'

const HELP = `Speed as a ratio against a raw limit, both measured in one interleaved run.

  --quick     fewer rounds and sizes
  --only ID   one of P-01 (with P-03), P-05, P-06, P-13, P-14

Absolute figures depend on the machine; the ratios are what to keep. A load average above the number of
cores means that somebody else was working: run it again.
`

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return say(HELP)
  const isQuick = args.includes('--quick')
  const rounds = isQuick ? 3 : 7
  say(`${cpus().length} cores, Node ${process.version}, load ${loadAverage()} before`)
  const server = await startTestServer({ isOnDisk: true })
  try {
    const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
    const wants = (id: string): boolean => only === undefined || only === id
    if (wants('P-01')) report(await http(rounds))
    if (wants('P-05')) report([await closeMonths(isQuick ? [100, 1_000] : [100, 1_000, 10_000])])
    if (wants('P-06')) report([await certificates(rounds)])
    if (wants('P-13')) report([await estimates(rounds)])
    if (wants('P-14')) report([await accounts(rounds)])
  } finally {
    await server.stop()
  }
  say(`load ${loadAverage()} after`)
}

async function estimates(rounds: number): Promise<Comparison> {
  const test = await createTestApp()
  try {
    const cooperative = await givenCooperative(test, 'Banc', '2025-11')
    await seedPeople(test.urls.ownerUrl, {
      cooperativeId: cooperative.id,
      people: 500,
      months: ['2025-11'],
    })
    return await salary(test, await givenUser(test, cooperative, ['direction']), rounds)
  } finally {
    await test.close()
  }
}

async function accounts(rounds: number): Promise<Comparison> {
  const test = await createTestApp()
  try {
    const cooperative = await givenCooperative(test, 'Banc', '2016-11')
    await seedPeople(test.urls.ownerUrl, {
      cooperativeId: cooperative.id,
      people: 500,
      months: ['2026-09', '2026-10'],
    })
    return await readAccount(
      test,
      cooperative,
      await givenUser(test, cooperative, ['direction']),
      rounds,
    )
  } finally {
    await test.close()
  }
}

/** Cooperatives beside the first one that send at the same time. */
const OTHERS = 4

async function http(rounds: number): Promise<Comparison[]> {
  const test = await createTestApp()
  try {
    const senders = []
    for (let n = 0; n <= OTHERS; n += 1) {
      const cooperative = await givenCooperative(test, `Banc ${n}`, '2025-11')
      const people = n === 0 ? 2_000 : 500
      await seedPeople(test.urls.ownerUrl, {
        cooperativeId: cooperative.id,
        people,
        months: ['2025-11'],
      })
      const caller = await givenUser(test, cooperative, ['direction'])
      senders.push({ cooperative, caller })
    }
    const [first] = senders
    if (first === undefined) throw new Error('one cooperative is there')
    const months = [
      '2025-12',
      ...Array.from({ length: 10 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
    ]
    return [
      await readList(test, first.cooperative, first.caller, rounds),
      await createDeclaration(test, senders, { rounds, months }),
    ]
  } finally {
    await test.close()
  }
}

function report(comparisons: readonly Comparison[]): void {
  for (const { id, path, meaning, goal, results } of comparisons) {
    say(`\n${id}  ${path}\n      for people: ${meaning}\n      goal: ${goal}`)
    for (const { label, ratio, isMet, detail } of results) {
      say(`      ${isMet ? 'met    ' : 'not met'} ${ratio.toFixed(2)}  ${label}: ${detail}`)
    }
  }
}

await main(process.argv.slice(2))
