/** What an antivirus says of some bytes. */
export type Verdict = 'clean' | 'infected'

/** An antivirus beside the product. Throws when it does not answer: nothing counts as clean then. */
export interface Scanner {
  scan(bytes: Uint8Array): Promise<Verdict>
}
