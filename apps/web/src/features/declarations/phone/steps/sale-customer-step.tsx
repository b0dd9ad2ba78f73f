import { useState } from 'react'
import { countryChoices } from '../../../../lib/countries.ts'
import { useLocale } from '../../../../lib/locale.ts'
import { Page } from '../../../../ui/phone/page.tsx'
import { SelectField } from '../../../../ui/phone/select-field.tsx'
import { TextField } from '../../../../ui/phone/text-field.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ChoiceForm } from '../choice-form.tsx'
import { LineHead } from '../line-head.tsx'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** Who paid: the rule for VAT needs the country and whether it is a person. VAT itself is never asked. */
export function SaleCustomerStep({ index }: { index: number }) {
  const t = useT()
  const locale = useLocale()
  const wizard = useWizard()
  const sale = wizard.state.draft.sales[index]
  const soldTo = [
    ...wizard.state.draft.sales.map((one) => one.customerCountry),
    ...wizard.view.customers.map((one) => one.customerCountry),
  ]
  const [customer, setCustomer] = useState(sale?.customer ?? '')
  const [country, setCountry] = useState(sale?.customerCountry || 'FR')
  const n = index + 1
  return (
    <Page
      title={t('declarationsSales.customer.question')}
      back={wizard.href(wizard.cameFrom ?? `vente/${n}/montant`)}
    >
      <LineHead kind="sale" index={index} />
      <ChoiceForm
        value={sale?.customerKind ?? ''}
        options={[
          { value: 'person', label: t('declarationsSales.customer.person') },
          { value: 'business', label: t('declarationsSales.customer.business') },
        ]}
        onChoose={(customerKind) => {
          wizard.putSale(index, { customer, customerCountry: country, customerKind })
          wizard.next(`vente/${n}/jour`)
        }}
      >
        <TextField
          name="customer"
          label={t('declarationsSales.customer.name')}
          isOptional
          maxLength={200}
          value={customer}
          onChange={setCustomer}
        />
        <SelectField
          name="country"
          label={t('declarationsSales.customer.country')}
          value={country}
          onChange={setCountry}
          options={countryChoices(locale, soldTo)}
        />
      </ChoiceForm>
      <SavedLine />
    </Page>
  )
}
