import { MONEY_PLACES } from '@terreau/domain/declarations/payment-means'
import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ChoiceForm } from '../choice-form.tsx'
import { LineHead } from '../line-head.tsx'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** Where the money is: what is still at home must be handed over. */
export function SalePlaceStep({ index }: { index: number }) {
  const t = useT()
  const wizard = useWizard()
  const sale = wizard.state.draft.sales[index]
  const n = index + 1
  return (
    <Page
      title={t('declarationsSales.place.question')}
      back={wizard.href(wizard.cameFrom ?? `vente/${n}/paiement`)}
    >
      <LineHead kind="sale" index={index} />
      <ChoiceForm
        value={sale?.moneyPlace ?? ''}
        options={MONEY_PLACES.map((place) => ({
          value: place,
          label: t(`declarationsSales.place.${place}`),
        }))}
        onChoose={(moneyPlace) => {
          wizard.putSale(index, { moneyPlace })
          wizard.next(`vente/${n}/recu`)
        }}
      />
      <SavedLine />
    </Page>
  )
}
