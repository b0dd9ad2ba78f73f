import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedDatabaseFiles, readCommitted } from './generated-database.ts'

const isVerifying = process.argv.includes('--verify')

for (const { path, content } of await generatedDatabaseFiles()) {
  const isSame = readCommitted(path) === content
  if (isVerifying && !isSame) {
    process.stderr.write(`${path} does not match the migrations: run "npm run db:types".\n`)
    process.exitCode = 1
  }
  if (!isVerifying) {
    writeFileSync(join(import.meta.dirname, '..', path), content)
    process.stdout.write(`${path}: ${isSame ? 'unchanged' : 'written'}\n`)
  }
}
