import { hasNetwork, onNetwork } from '../../../../lib/network.ts'
import { type AnswerPlace, readAnswer } from './answer-copy.ts'
import { AnswerKeeper } from './answer-keeper.ts'

const keepers = new Map<string, Promise<AnswerKeeper>>()
const RETRY_MS = 20_000

/** The keeper of an answer: one for the whole visit, so that pages share it. */
export function openAnswer(place: AnswerPlace, month: string): Promise<AnswerKeeper> {
  const key = `${place.personId} ${place.questionId}`
  const keeper =
    keepers.get(key) ?? readAnswer(place).then((copy) => new AnswerKeeper(place, month, copy))
  keepers.set(key, keeper)
  void keeper.then((opened) => opened.flush())
  return keeper
}

async function flushIfOnline(): Promise<void> {
  if (!hasNetwork()) return
  for (const keeper of keepers.values()) await (await keeper).flush()
}

// Back on the network, everything that waits leaves; a server that rests tells nobody, so it is tried again.
onNetwork(() => void flushIfOnline())
window.setInterval(() => void flushIfOnline(), RETRY_MS)
