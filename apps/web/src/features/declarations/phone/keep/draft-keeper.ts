import { call, upload } from '../../../../lib/api.ts'
import { forgetAnswers } from '../../../../lib/kept-answer.ts'
import { isOffline, problemOf } from '../../../../lib/problem-error.ts'
import type { Draft, Receipt, SentDeclaration } from '../queries.ts'
import { type DevicePhoto, forgetCopy, type Place, writeCopy } from './device-copy.ts'

export interface DraftState {
  draft: Draft
  version: number | null
  /** 'on-phone': not on the server yet. 'conflict': another device wrote over the same version. */
  sync: 'saved' | 'saving' | 'on-phone' | 'conflict'
  /** Whether it would be on this device if the page were closed now. */
  isKept: boolean
  savedAt: string | null
  /** What the server says the month would leave; null while it cannot say. */
  movementCents: string | null
  isSendWaiting: boolean
  /** Photos that are not on the server yet. */
  photos: readonly DevicePhoto[]
  receipts: readonly Receipt[]
  sent: SentDeclaration | null
  /** The last refusal that the person must read. */
  problem: unknown
}

/** What the books answer to whatever comes while they are being closed. */
const CLOSED = 'month-is-closed'

/**
 * Keeps one draft: on the device at once, on the server as soon as there is network. One thing at a
 * time: answers, then photos, then the sending itself.
 */
export class DraftKeeper {
  readonly place: Place
  #state: DraftState
  #isDirty: boolean
  #work: Promise<void> = Promise.resolve()
  readonly #listeners = new Set<() => void>()

  constructor(place: Place, state: DraftState, isDirty: boolean) {
    this.place = place
    this.#state = state
    this.#isDirty = isDirty
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly read = (): DraftState => this.#state

  /** Whether something is still to go to the server. */
  get isWaiting(): boolean {
    const { photos, isSendWaiting, sent, sync } = this.#state
    if (sent !== null || sync === 'conflict') return false
    return this.#isDirty || isSendWaiting || photos.some((photo) => photo.problem === null)
  }

  /** New answers. They are safe before the next screen shows. */
  change(draft: Draft): void {
    this.#isDirty = true
    const sync = this.#state.sync === 'conflict' ? 'conflict' : 'saving'
    this.#set({ draft, sync, problem: null })
    void this.flush()
  }

  addPhoto(photo: Omit<DevicePhoto, 'problem'>): void {
    this.#set({ photos: [...this.#state.photos, { ...photo, problem: null }] })
    void this.flush()
  }

  /** Takes a receipt off, wherever it is. */
  removeReceipt(receiptId: string): void {
    const isOnServer = this.#state.receipts.some((receipt) => receipt.id === receiptId)
    this.#set({
      photos: this.#state.photos.filter((photo) => photo.receiptId !== receiptId),
      receipts: this.#state.receipts.filter((receipt) => receipt.id !== receiptId),
    })
    if (isOnServer) this.#work = this.#work.then(() => this.#removeOnServer(receiptId))
  }

  /** Sends the month now, or as soon as there is network. */
  async send(): Promise<void> {
    this.#set({ isSendWaiting: true, problem: null })
    await this.flush()
  }

  /** Keeps the draft of this device over the one of another, or the other way round. */
  resolve(choice: { draft: Draft; version: number | null; isMine: boolean }): void {
    this.#isDirty = choice.isMine
    const sync = choice.isMine ? 'saving' : 'saved'
    this.#set({ draft: choice.draft, version: choice.version, sync, problem: null })
    void this.flush()
  }

  /** Sends what waits, after what is under way. */
  flush(): Promise<void> {
    this.#work = this.#work
      .then(() => this.#sync())
      .catch((error) => {
        // The month closed in that very instant: the same again counts in the open month. Once is enough.
        if (problemOf(error)?.code !== CLOSED) throw error
        return this.#sync()
      })
      .catch((error) => this.#refused(error))
    return this.#work
  }

  async #sync(): Promise<void> {
    if (this.#state.sent !== null || this.#state.sync === 'conflict') return
    while (this.#isDirty) await this.#saveDraft()
    for (const photo of this.#state.photos) if (photo.problem === null) await this.#sendPhoto(photo)
    if (this.#state.isSendWaiting) await this.#submit()
  }

  async #saveDraft(): Promise<void> {
    const { draft, version } = this.#state
    const saved = await call('PUT /me/declarations/:month/draft', {
      ...this.#request,
      body: draft,
      ...(version === null ? {} : { ifMatch: version }),
    })
    this.#isDirty = this.#state.draft !== draft
    this.#set({
      version: saved.version,
      savedAt: saved.savedAt,
      movementCents: saved.movementCents,
      sync: this.#isDirty ? 'saving' : 'saved',
    })
  }

  async #sendPhoto(photo: DevicePhoto): Promise<void> {
    const { params, query } = this.#request
    const { receiptId, lineId, fileName, blob } = photo
    const others = () => this.#state.photos.filter((one) => one.receiptId !== receiptId)
    try {
      const receipt = await upload('POST /me/declarations/:month/receipts', blob, {
        params,
        query: { ...query, lineId, receiptId, fileName },
      })
      const isStillWanted = this.#state.photos.some((one) => one.receiptId === receiptId)
      if (!isStillWanted) return await this.#removeOnServer(receiptId)
      this.#set({ photos: others(), receipts: [...this.#state.receipts, receipt] })
    } catch (error) {
      const code = problemOf(error)?.code
      if (code === undefined || code === CLOSED || isOffline(error)) throw error
      this.#set({ photos: [...others(), { ...photo, problem: code }] })
    }
  }

  async #submit(): Promise<void> {
    const { draft } = this.#state
    const sent = await call('POST /me/declarations/:month/submission', {
      ...this.#request,
      body: draft,
    })
    this.#set({ sent, isSendWaiting: false, sync: 'saved' })
    await forgetCopy(this.place)
    await forgetAnswers()
  }

  async #removeOnServer(receiptId: string): Promise<void> {
    const { params, query } = this.#request
    await call('DELETE /me/declarations/:month/receipts/:receiptId', {
      params: { ...params, receiptId },
      query,
    }).catch(() => undefined)
  }

  #refused(error: unknown): void {
    if (isOffline(error)) {
      this.#set({ sync: 'on-phone' })
      return
    }
    const code = problemOf(error)?.code
    const isConflict = code === 'version-changed' || code === 'version-required'
    if (isConflict) this.#set({ sync: 'conflict' })
    else this.#set({ problem: error, isSendWaiting: false, sync: 'on-phone' })
  }

  get #request() {
    const { month, activityId } = this.place
    return { params: { month }, query: { activity: activityId } }
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change }
    const { draft, version, isSendWaiting, photos, sent } = this.#state
    if (sent === null) {
      const isDirty = this.#isDirty
      const copy = { draft, version, isDirty, isSendWaiting, photos }
      void writeCopy(this.place, copy).then((isKept) => this.#show({ isKept }))
    }
    this.#show({})
  }

  #show(change: Pick<Partial<DraftState>, 'isKept'>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
