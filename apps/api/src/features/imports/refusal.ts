import type { ImportRefusalCode, ImportRemarkCode } from '@terreau/i18n/command-line'

/** One line of a file that cannot be imported, and why. Line 0 is the file as a whole. */
export interface ImportRefusal {
  file: string
  line: number
  /** Name of the column; empty when the whole line is concerned. */
  column: string
  code: ImportRefusalCode
  params: Readonly<Record<string, string>>
}

/** Collects refusals: reading goes on, so that one run names everything there is to correct. */
export type Refuse = (refusal: ImportRefusal) => void

/** Something that was read in the one way it can be meant, or left out because nothing is lost: said, not refused. */
export interface ImportRemark {
  file: string
  /** Line 0 is the file as a whole. */
  line: number
  column: string
  code: ImportRemarkCode
  params: Readonly<Record<string, string>>
}

export type Remark = (remark: ImportRemark) => void

/** What every reader of a file needs: a way to refuse a line, and one to say how something was read. */
export interface Report {
  refuse: Refuse
  remark: Remark
}

/** A value as a message may repeat it: short, on one line, without invisible marks. */
export function quoted(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim()
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain
}

/** Refuses something that was read, at its place. */
export type RefuseAt = (
  place: { file: string; line: number },
  column: string,
  code: ImportRefusalCode,
  params?: Record<string, string>,
) => void
