import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { Link } from 'wouter'
import { useLocale } from '../../../../lib/locale.ts'
import { MoneyText } from '../../../../ui/money-text.tsx'
import { LinkButton } from '../../../../ui/phone/button.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import type { SaleDraft } from '../queries.ts'
import { ReceiptWords } from '../receipt-words.tsx'
import { RemovedLine } from '../removed-line.tsx'
import { missingSalePart, totalEuros, typedUnits } from '../sale-words.ts'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** The sales so far with their total; another one, or that is all. */
export function SaleListStep() {
  const t = useT()
  const wizard = useWizard()
  const { sales, hasExpenses } = wizard.state.draft
  const [removed, setRemoved] = useState<{ sale: SaleDraft; index: number } | null>(null)
  const remove = (index: number) => {
    const sale = sales[index]
    if (sale === undefined) return
    setRemoved({ sale, index })
    wizard.change({ sales: sales.toSpliced(index, 1) })
  }
  const undo = () => {
    if (removed === null) return
    wizard.change({ sales: sales.toSpliced(removed.index, 0, removed.sale) })
    setRemoved(null)
  }
  const isBack = hasExpenses !== null && wizard.cameFrom !== null
  return (
    <Page title={t('declarationsSales.list.title', wizard.words)} back={wizard.href('')}>
      <p className="running-total">
        {t('declarationsSales.list.total')}{' '}
        <strong>
          <MoneyText cents={String(totalEuros(wizard.state.draft, wizard.view))} />
        </strong>
      </p>
      <LinkButton href={wizard.href(isBack ? 'verifier' : 'depenses')}>
        {t('declarationsSales.list.done')}
      </LinkButton>
      <LinkButton look="secondary" href={wizard.href(`vente/${sales.length + 1}/montant`)}>
        {t('declarationsSales.list.more')}
      </LinkButton>
      <RemovedLine
        text={removed === null ? null : t('declarationsSales.list.removed')}
        onUndo={undo}
      />
      {sales.length === 0 && <p>{t('declarationsSales.list.none')}</p>}
      <ul className="plain-list lines">
        {sales.map((sale, index) => (
          <SaleItem key={sale.id} sale={sale} index={index} onRemove={() => remove(index)} />
        ))}
      </ul>
      <SavedLine />
    </Page>
  )
}

function SaleItem(props: { sale: SaleDraft; index: number; onRemove: () => void }) {
  const { sale, index, onRemove } = props
  const t = useT()
  const locale = useLocale()
  const wizard = useWizard()
  const n = index + 1
  const units = typedUnits(sale.amountText, sale.currency)
  const missing = missingSalePart(sale)
  const day = sale.soldOn === '' ? null : formatDate(sale.soldOn, locale).replace(/\s\d{4}$/, '')
  return (
    <li>
      <p>
        {[t('declarationsSteps.sale.step', { n }), day, sale.customer || null]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        <strong>{units !== null && <MoneyText cents={units} currency={sale.currency} />}</strong>
        {' · '}
        <ReceiptWords line={sale} />
      </p>
      {missing !== null && <p className="field-error">{t('declarationsSteps.toComplete')}</p>}
      <p className="line-acts">
        <Link href={wizard.href(missing === null ? `vente/${n}` : `vente/${n}/${missing}`)}>
          {t('common.change')}
          <span className="visually-hidden"> {t('declarationsLines.changeSale', { n })}</span>
        </Link>
        <button className="text-button" type="button" onClick={onRemove}>
          {t('common.remove')}
          <span className="visually-hidden"> {t('declarationsLines.changeSale', { n })}</span>
        </button>
      </p>
    </li>
  )
}
