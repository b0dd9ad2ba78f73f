import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lock, missingEntries } from './lock-file.ts'

// Some npm registries do not offer the packages of other systems; npm then drops them from
// package-lock.json without a word, and `npm ci` refuses the file everywhere. Run this after
// adding a dependency: it puts back the optional packages that the others ask for.
const path = join(import.meta.dirname, '..', 'package-lock.json')
const lock: Lock = JSON.parse(readFileSync(path, 'utf8'))
const missing = missingEntries(lock)
for (const [location, entry] of missing) lock.packages[location] = entry

const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
const text = `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`
writeFileSync(path, text)
process.stdout.write(`${missing.size} optional packages put back\n`)
