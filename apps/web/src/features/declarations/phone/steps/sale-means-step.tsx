import { PAYMENT_MEANS } from '@terreau/domain/declarations/payment-means'
import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ChoiceForm } from '../choice-form.tsx'
import { LineHead } from '../line-head.tsx'
import { MeansIcon } from '../means-icon.tsx'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** How the money came. */
export function SaleMeansStep({ index }: { index: number }) {
  const t = useT()
  const wizard = useWizard()
  const sale = wizard.state.draft.sales[index]
  const n = index + 1
  return (
    <Page
      title={t('declarationsSales.means.question')}
      back={wizard.href(wizard.cameFrom ?? `vente/${n}/jour`)}
    >
      <LineHead kind="sale" index={index} />
      <ChoiceForm
        isGrid
        value={sale?.paymentMeans ?? ''}
        options={PAYMENT_MEANS.map((means) => ({
          value: means,
          label: t(`declarationsSales.means.${means}`),
          icon: <MeansIcon means={means} />,
        }))}
        onChoose={(paymentMeans) => {
          wizard.putSale(index, { paymentMeans })
          wizard.next(`vente/${n}/argent`)
        }}
      />
      <SavedLine />
    </Page>
  )
}
