import { call, upload } from '../../../../lib/api.ts'
import { forgetAnswers } from '../../../../lib/kept-answer.ts'
import { ProblemError, problemOf } from '../../../../lib/problem-error.ts'
import { type AnswerCopy, type AnswerPlace, forgetAnswer, keepAnswer } from './answer-copy.ts'

export interface AnswerState extends AnswerCopy {
  /** Whether it would be here if the page were closed now. */
  isKept: boolean
  isSending: boolean
  /** The voice is on the server, the words are not yet. */
  hasVoiceArrived: boolean
  /** All of it is on the server. */
  hasArrived: boolean
  /** What the person must read; being without network is told otherwise. */
  problem: ProblemError | null
}

/** Answers that say nothing about what was sent: it goes on waiting. */
const PASSING: readonly string[] = [
  'network',
  'unavailable',
  'signed-out',
  'too-many-attempts',
  'internal',
]

/**
 * Keeps one answer: on the phone at once, on the server when the person sends it and there is a network. The
 * voice goes first. Each has a key of its own, so that what arrived without its answer arriving back is one.
 */
export class AnswerKeeper {
  readonly place: AnswerPlace
  #state: AnswerState
  #work: Promise<void> = Promise.resolve()
  readonly #listeners = new Set<() => void>()

  constructor(place: AnswerPlace, month: string, copy: AnswerCopy | undefined) {
    this.place = place
    const empty = { month, text: '', textKey: '', voice: null, isSendWaiting: false, refusal: null }
    const kept = copy ?? empty
    this.#state = {
      ...kept,
      isKept: true,
      isSending: false,
      hasVoiceArrived: false,
      hasArrived: false,
      problem: kept.refusal === null ? null : new ProblemError({ status: 0, code: kept.refusal }),
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly read = (): AnswerState => this.#state

  get isEmpty(): boolean {
    return this.#state.voice === null && this.#state.text.trim() === ''
  }

  /** Something else is said: it is sent only when the person sends it again. */
  change(part: { text: string } | { voice: AnswerCopy['voice'] }): void {
    const textKey = 'text' in part ? { textKey: '' } : {}
    this.#keep({ ...part, ...textKey, isSendWaiting: false, refusal: null })
    this.#show({ problem: null })
    if (this.isEmpty) this.#forgetSoon()
  }

  /** Takes an answer back that has not left. */
  hold(): void {
    this.#keep({ isSendWaiting: false })
  }

  /** The person gives it up. */
  async drop(): Promise<void> {
    this.change({ voice: null })
    this.change({ text: '' })
    await this.#work
  }

  /** Sends it now, or as soon as there is a network. */
  async send(): Promise<void> {
    const { text, textKey, voice } = this.#state
    // All of it, as this page shows it: what another tab kept meanwhile is not what was sent.
    this.#keep({
      text,
      voice,
      textKey: textKey === '' ? crypto.randomUUID() : textKey,
      isSendWaiting: true,
      refusal: null,
    })
    this.#show({ problem: null })
    await this.flush()
  }

  /** Sends what waits, after what is under way. */
  flush(): Promise<void> {
    this.#work = this.#work.then(() => this.#send())
    return this.#work
  }

  async #send(): Promise<void> {
    if (!this.#state.isSendWaiting) return
    this.#show({ isSending: true })
    try {
      await this.#sendVoice()
      await this.#sendWords()
      this.#show({ isSendWaiting: false, hasArrived: true, problem: null })
      await forgetAnswer(this.place)
      await forgetAnswers()
    } catch (error) {
      this.#refused(problemOf(error) ?? new ProblemError({ status: 0, code: 'internal' }))
    }
    this.#show({ isSending: false })
  }

  async #sendVoice(): Promise<void> {
    const { voice } = this.#state
    if (voice === null) return
    await upload('POST /me/questions/:questionId/voice', voice.blob, {
      params: { questionId: this.place.questionId },
      idempotencyKey: voice.key,
    })
    this.#keep({ voice: null })
    this.#show({ hasVoiceArrived: true })
  }

  async #sendWords(): Promise<void> {
    const text = this.#state.text.trim()
    if (text === '') return
    await call('POST /me/questions/:questionId/answer', {
      params: { questionId: this.place.questionId },
      body: { text },
      idempotencyKey: this.#state.textKey,
    })
  }

  #refused(problem: ProblemError): void {
    if (problem.code === 'network') this.#show({ problem: null })
    else if (PASSING.includes(problem.code)) this.#show({ problem })
    else {
      this.#keep({ isSendWaiting: false, refusal: problem.code })
      this.#show({ problem })
    }
  }

  #forgetSoon(): void {
    this.#work = this.#work.then(async () => {
      if (this.isEmpty) await forgetAnswer(this.place)
    })
  }

  /** On this phone before anything else happens to it. */
  #keep(change: Partial<AnswerCopy>): void {
    this.#show(change)
    const { month, text, textKey, voice, isSendWaiting, refusal } = this.#state
    const whole = { month, text, textKey, voice, isSendWaiting, refusal }
    void keepAnswer(this.place, whole, change).then((isKept) => this.#show({ isKept }))
  }

  #show(change: Partial<AnswerState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
