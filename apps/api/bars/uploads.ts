import { randomUUID } from 'node:crypto'
import sharp, { type Metadata } from 'sharp'
import { givenScheme, givenTester } from '../test/given-money.ts'
import { queryAsOwner } from '../test/query-as-owner.ts'
import { type Caller, call, givenCooperative, givenUser, type TestApp } from '../test/test-app.ts'
import { type Bar, fact, onTestApp } from './bar.ts'
import { type HostileFile, hostileCorpus } from './uploads/hostile-corpus.ts'

const MEBIBYTE = 1024 * 1024
const MOST_GROWTH = 200 * MEBIBYTE

/**
 * Sixty hostile files sent as a person would send them, four at a time, while somebody else works. Each is
 * refused with a problem that has words, or kept as a clean JPEG: no place, no tail, no name of its own.
 */
export const uploads: Bar = {
  name: 'uploads',
  promise: 'a hostile file is refused in one sentence, or kept without what made it hostile',
  sabotage: 'keeping the bytes as they were sent',
  run: (options) =>
    onTestApp(options, async (test) => {
      const cooperative = await givenCooperative(test)
      const scheme = await givenScheme(test, cooperative)
      const { personId } = await givenTester(test, cooperative, scheme)
      const tester = await givenUser(test, cooperative, ['tester'], { personId })
      const corpus = await hostileCorpus()
      const rounds = options.isSmall ? 1 : 5
      const before = process.memoryUsage().rss
      let peak = before
      const others = { asked: 0, answered: 0, isOver: false }
      const working = keepAsking(test, tester, others)
      let right = 0
      for (let round = 0; round < rounds; round += 1) {
        for (let at = 0; at < corpus.length; at += 4) {
          const group = corpus.slice(at, at + 4)
          const send = options.isSabotaged ? keepRaw : sendFile
          const kept = await Promise.all(
            group.map((file) =>
              send(test, { tester, cooperativeId: cooperative.id, personId }, file),
            ),
          )
          right += kept.filter(Boolean).length
          peak = Math.max(peak, process.memoryUsage().rss)
        }
      }
      others.isOver = true
      await working
      const leaks = await dirtyFiles(test)
      return {
        checks: [
          fact('files in the corpus', corpus.length, 60),
          fact('refused or neutralised', right, 60 * rounds),
          fact('kept files with metadata, a tail or an own name', leaks, 0),
          fact('other requests without an answer', others.asked - others.answered, 0),
          fact('memory beyond what is allowed', peak - before > MOST_GROWTH ? 1 : 0, 0),
        ],
        counts: {
          files: corpus.length * rounds,
          others: others.answered,
          growthMiB: Math.round((peak - before) / MEBIBYTE),
        },
      }
    }),
}

interface Sender {
  tester: Caller
  cooperativeId: string
  personId: string
}

async function sendFile(test: TestApp, { tester }: Sender, file: HostileFile): Promise<boolean> {
  const answer = await call(test, tester, 'POST /me/documents', {
    query: { kind: 'other', fileName: file.name },
    body: file.bytes,
  })
  const isRefused = answer.status >= 400 && answer.status < 500 && answer.problem.title !== ''
  return file.wanted === 'refused' ? isRefused : answer.status === 200
}

/** The sabotage: what a store without inspection would do. */
async function keepRaw(test: TestApp, sender: Sender, file: HostileFile): Promise<boolean> {
  const { cooperativeId } = sender
  await queryAsOwner(
    test,
    `insert into terreau.stored_file (cooperative_id, id, sha256, media_type, file_name, bytes)
     values ($1, $2, sha256($3::bytea), 'image/jpeg', $4, $3::bytea)`,
    [cooperativeId, randomUUID(), Buffer.from(file.bytes), file.name],
  )
  return file.wanted !== 'refused'
}

/** Somebody who works meanwhile must go on getting answers. */
async function keepAsking(
  test: TestApp,
  caller: Caller,
  others: { asked: number; answered: number; isOver: boolean },
): Promise<void> {
  while (!others.isOver) {
    others.asked += 1
    const answer = await call(test, caller, 'GET /me/documents')
    if (answer.status === 200) others.answered += 1
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** Kept files that still hold what they should not. */
async function dirtyFiles(test: TestApp): Promise<number> {
  const rows = await queryAsOwner<{ bytes: Buffer; file_name: string }>(
    test,
    'select bytes, file_name from terreau.stored_file',
  )
  let dirty = 0
  for (const { bytes, file_name: name } of rows) {
    const facts = await imageFacts(bytes)
    const isClean = facts?.format === 'jpeg' && facts.exif === undefined && facts.icc === undefined
    const hasTail = bytes.subarray(-2).toString('hex') !== 'ffd9'
    const hasText = ['script', 'PK\x03\x04', '<?php'].some((text) => bytes.includes(text))
    const isNamed = /^[\p{L}\p{M}\p{N} _()'’-]{1,80}\.jpg$/u.test(name)
    if (!isClean || hasTail || hasText || !isNamed) dirty += 1
  }
  return dirty
}

async function imageFacts(bytes: Buffer): Promise<Metadata | null> {
  try {
    return await sharp(bytes).metadata()
  } catch {
    return null
  }
}
