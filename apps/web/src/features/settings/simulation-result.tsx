import { divideHalfUp } from '@terreau/domain/money/rate'
import { formatCents } from '@terreau/i18n/format'
import { useEffect, useRef } from 'react'
import type { Api } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'

type Simulation = Api['POST /scheme-simulations']['response']
type Group = Simulation['groups'][number]

const difference = (of: { takenCents: string; simulatedCents: string }) =>
  BigInt(of.simulatedCents) - BigInt(of.takenCents)

/** Who would have paid less and who more, by groups in which nobody can be recognised. */
export function SimulationResult({ simulation }: { simulation: Simulation }) {
  const t = useT()
  const locale = useLocale()
  const heading = useRef<HTMLHeadingElement>(null)
  // Each new answer is read from its heading.
  useEffect(() => {
    if (simulation.people > 0) heading.current?.focus()
  }, [simulation])
  const say = useGroupText()
  const money = (cents: bigint) => formatCents(cents, locale)
  const columns: Column<Group>[] = [
    { key: 'group', header: t('schemes.simulation.columns.group'), cell: say },
    {
      key: 'people',
      header: t('schemes.simulation.columns.people'),
      isNumeric: true,
      cell: (group) => group.people,
    },
    {
      key: 'revenue',
      header: t('schemes.simulation.columns.revenue'),
      isNumeric: true,
      cell: (group) => <MoneyText cents={mean(group.revenueCents, group.people)} />,
    },
    {
      key: 'taken',
      header: t('schemes.simulation.columns.taken'),
      isNumeric: true,
      cell: (group) => <MoneyText cents={mean(group.takenCents, group.people)} />,
    },
    {
      key: 'simulated',
      header: t('schemes.simulation.columns.simulated'),
      isNumeric: true,
      cell: (group) => <MoneyText cents={mean(group.simulatedCents, group.people)} />,
    },
  ]
  const total = difference(simulation)
  return (
    <section aria-labelledby="simulation">
      <h2 id="simulation" ref={heading} tabIndex={-1}>
        {t('schemes.simulation.result')}
      </h2>
      <p>
        {t(total < 0n ? 'schemes.simulation.less' : 'schemes.simulation.more', {
          people: simulation.people,
          taken: money(BigInt(simulation.takenCents)),
          simulated: money(BigInt(simulation.simulatedCents)),
          difference: money(total < 0n ? -total : total),
        })}
      </p>
      <p className="dimmed">{t('schemes.simulation.anonymous')}</p>
      <DataTable
        caption={t('schemes.simulation.caption')}
        columns={columns}
        rows={simulation.groups}
        rowKey={(group) => `${group.overCents}`}
        isCompared
      />
    </section>
  )
}

function useGroupText(): (group: Group) => string {
  const t = useT()
  const locale = useLocale()
  return ({ overCents, upToCents }) => {
    const from = overCents === null ? null : signed(overCents, locale)
    const to = upToCents === null ? null : signed(upToCents, locale)
    if (from === null && to === null) return t('schemes.simulation.everybody')
    if (from === null) return t('schemes.simulation.upTo', { to: to ?? '' })
    if (to === null) return t('schemes.simulation.over', { from })
    return t('schemes.simulation.between', { from, to })
  }
}

/** A difference always shows its sign: more to pay is not less to pay. */
function signed(cents: string, locale: 'fr' | 'en'): string {
  const text = formatCents(BigInt(cents), locale)
  return BigInt(cents) > 0n ? `+${text}` : text
}

/** The mean for one person, to the cent. */
function mean(cents: string, people: number): string {
  return String(divideHalfUp(BigInt(cents), BigInt(people)))
}
