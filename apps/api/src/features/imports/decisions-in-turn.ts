import { nextMonth } from '@terreau/domain/time/year-month'
import type { Cells } from './cells.ts'
import type { ParsedScheme } from './parsed-month.ts'
import type { Remark } from './refusal.ts'

/** A decision with the first line that says it, to refuse it there. */
export interface Decision {
  scheme: ParsedScheme
  cells: Cells
}

/**
 * The decisions of each code one after the other. The first keeps the code; each next one takes its place
 * from its month on, under the code and that month. What overlaps, leaves months without a rule or ends
 * before it begins is refused.
 */
export function inTurn(decisions: readonly Decision[], remark: Remark): ParsedScheme[] {
  const codes = [...new Set(decisions.map(({ scheme }) => scheme.code))]
  const turns = codes.flatMap((code) => {
    const own = decisions.filter(({ scheme }) => scheme.code === code)
    return own
      .toSorted((a, b) => ((a.scheme.from ?? '') < (b.scheme.from ?? '') ? -1 : 1))
      .map((turn, index, all) => ({
        ...turn,
        before: all[index - 1]?.scheme,
        isLast: index === all.length - 1,
      }))
  })
  const names = new Set<string>()
  const schemes: ParsedScheme[] = []
  for (const { scheme, cells, before, isLast } of turns) {
    refuseBackwards({ scheme, cells })
    if (before !== undefined) refuseBadTurn({ scheme, cells }, before)
    // No rate without a decision: whoever reads the file learns what the months after it will wait for.
    if (isLast && scheme.until !== null && !cells.isRefused()) {
      const params = { code: scheme.code, until: scheme.until }
      remark({ ...scheme.place, column: 'valide_au', code: 'scheme-ends', params })
    }
    const follows = before === undefined ? null : (schemes.at(-1)?.code ?? null)
    const code = follows === null ? scheme.code : `${scheme.code} ${scheme.from}`
    if (code.length > MOST_CODE) {
      const most = String(MOST_CODE - 1 - 'YYYY-MM'.length)
      cells.refuse('code', 'text-too-long', { most })
    }
    if (names.has(code)) cells.refuse('code', 'scheme-twice', { code })
    names.add(code)
    schemes.push({ ...scheme, code, follows })
  }
  return schemes
}

const MOST_CODE = 40

function refuseBackwards({ scheme: { code, from, until }, cells }: Decision): void {
  if (from === null || until === null || from <= until) return
  cells.refuse('valide_au', 'scheme-ends-before', { code, from, until })
}

/** One month has one rule: it begins the month after the earlier one ends. */
function refuseBadTurn({ scheme: { code, from }, cells }: Decision, before: ParsedScheme): void {
  if (from === null || before.until === null || from === nextMonth(before.until)) return
  const params = { code, from, until: before.until }
  cells.refuse('valide_du', from <= before.until ? 'scheme-overlaps' : 'scheme-gap', params)
}
