import { Button } from '@mantine/core'
import { formatDate, formatForeign, formatMonth } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { BankForm } from './bank-form.tsx'
import { lineNumber } from './line-number.ts'
import { useWithdrawBankCredit } from './mutations.ts'
import type { Reviewed, ReviewLines } from './queries.ts'

/** What the bank gave for each sale in a foreign currency, once the declaration is accepted. */
export function BankPanel({ declaration }: { declaration: Reviewed }) {
  const t = useT()
  const [lineId, setLineId] = useState<string | null>(null)
  const sales = declaration.lines.sales.filter((sale) => sale.currency !== 'EUR')
  if (declaration.state !== 'accepted' || sales.length === 0) return null
  return (
    <section className="figures" aria-labelledby="bank-title">
      <h3 id="bank-title">{t('review.bank.title')}</h3>
      <p className="dimmed">{t('review.bank.hint')}</p>
      {sales.map((sale) => (
        <OneSale
          key={sale.id}
          declaration={declaration}
          sale={sale}
          isOpen={lineId === sale.id}
          onOpen={() => setLineId(sale.id)}
          onClose={() => setLineId(null)}
        />
      ))}
    </section>
  )
}

interface OneSaleProps {
  declaration: Reviewed
  sale: ReviewLines['sales'][number]
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}

function OneSale({ declaration, sale, isOpen, onOpen, onClose }: OneSaleProps) {
  const t = useT()
  const locale = useLocale()
  const mayNote = useCan('bank-credit.note')
  const withdraw = useWithdrawBankCredit(declaration.id)
  const credit = declaration.bankCredits.find((one) => one.lineId === sale.id)
  const title = t('review.bank.sale', {
    n: lineNumber(declaration.lines, sale.id) ?? 0,
    amount: formatForeign(BigInt(sale.amountMinor), sale.currency, locale),
    day: formatDate(sale.soldOn, locale, 'short'),
  })
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {credit === undefined ? <p>{t('review.bank.none')}</p> : <Noted credit={credit} />}
      {withdraw.error && <ErrorBlock error={withdraw.error} />}
      {mayNote && isOpen && (
        <BankForm declarationId={declaration.id} sale={sale} credit={credit} onDone={onClose} />
      )}
      {mayNote && !isOpen && (
        <div className="form-actions">
          <Button variant="default" onClick={onOpen}>
            {t(credit === undefined ? 'review.bank.note' : 'review.bank.change')}
          </Button>
          {credit !== undefined && (
            <Button
              variant="default"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate(sale.id)}
            >
              {t('review.bank.withdraw')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

function Noted({ credit }: { credit: Reviewed['bankCredits'][number] }) {
  const t = useT()
  const locale = useLocale()
  const rows = [
    ['declared', credit.declaredCents],
    ['exchange', credit.exchangeCents],
    ['fee', (-BigInt(credit.feeCents)).toString()],
    ['credited', credit.creditedCents],
  ] as const
  return (
    <>
      <dl>
        {rows.map(([key, cents]) => (
          <div key={key} data-total={key === 'credited' || undefined}>
            <dt>{t(`review.bank.${key}`)}</dt>
            <dd>
              <MoneyText cents={cents} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="dimmed">
        {t(credit.reference === '' ? 'review.bank.by' : 'review.bank.byReference', {
          day: formatDate(credit.creditedOn, locale),
          name: credit.enteredBy,
          reference: credit.reference,
        })}{' '}
        {credit.bookedMonth === null
          ? t('review.bank.same')
          : t('review.bank.booked', { month: formatMonth(credit.bookedMonth, locale) })}
      </p>
    </>
  )
}
