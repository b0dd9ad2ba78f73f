import { type FormEvent, useState } from 'react'
import { countryChoices } from '../../../../lib/countries.ts'
import { useLocale } from '../../../../lib/locale.ts'
import { Button } from '../../../../ui/phone/button.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { SelectField } from '../../../../ui/phone/select-field.tsx'
import { TextField } from '../../../../ui/phone/text-field.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ChoiceForm } from '../choice-form.tsx'
import { LineHead } from '../line-head.tsx'
import type { SaleDraft } from '../queries.ts'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

type Kind = Exclude<SaleDraft['customerKind'], ''>

/**
 * Who paid, one idea for each screen: the rule for VAT needs the country and whether it is a person. VAT
 * itself is never asked. A customer in France takes one touch, another one says the country as well.
 */
export function SaleCustomerStep({ index, part }: { index: number; part: string }) {
  switch (part) {
    case 'pays':
      return <CountryScreen index={index} />
    case 'type':
      return <KindScreen index={index} />
    case 'nom':
      return <NameScreen index={index} />
    default:
      return <WhoScreen index={index} />
  }
}

/** A correction goes back where it came from once all that depends on it is asked. */
function useSaleStep(index: number) {
  const wizard = useWizard()
  const root = `vente/${index + 1}`
  const from = wizard.cameFrom === null ? '' : `?de=${wizard.cameFrom}`
  return {
    wizard,
    sale: wizard.state.draft.sales[index],
    /** On to a screen that this answer needs, even in a correction. */
    goOn: (part: string) => wizard.go(`${root}/${part}${from}`),
    next: (part: string) => wizard.next(`${root}/${part}`),
    back: (part: string) => wizard.href(wizard.cameFrom ?? `${root}/${part}`),
  }
}

function WhoScreen({ index }: { index: number }) {
  const t = useT()
  const { wizard, sale, goOn, next, back } = useSaleStep(index)
  const isAbroad = sale !== undefined && !['', 'FR'].includes(sale.customerCountry)
  const choose = (choice: Kind | 'abroad') => {
    if (choice === 'abroad') return goOn('pays')
    wizard.putSale(index, { customerCountry: 'FR', customerKind: choice })
    next('nom')
  }
  return (
    <Page title={t('declarationsSales.customer.question')} back={back('montant')}>
      <LineHead kind="sale" index={index} />
      <ChoiceForm
        value={isAbroad ? 'abroad' : (sale?.customerKind ?? '')}
        options={[
          { value: 'person', label: t('declarationsSales.customer.personHere') },
          { value: 'business', label: t('declarationsSales.customer.businessHere') },
          { value: 'abroad', label: t('declarationsSales.customer.abroad') },
        ]}
        onChoose={choose}
      />
      <SavedLine />
    </Page>
  )
}

function CountryScreen({ index }: { index: number }) {
  const t = useT()
  const locale = useLocale()
  const { wizard, sale, goOn, back } = useSaleStep(index)
  const known = [...wizard.state.draft.sales, ...wizard.view.customers].map(
    (one) => one.customerCountry,
  )
  const choices = countryChoices(locale, known).filter(({ value }) => value !== 'FR')
  const before = sale?.customerCountry ?? ''
  const [country, setCountry] = useState(
    choices.some(({ value }) => value === before) ? before : (choices[0]?.value ?? ''),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    wizard.putSale(index, { customerCountry: country })
    goOn('type')
  }
  return (
    <Page title={t('declarationsSales.customer.where')} back={back('client')}>
      <LineHead kind="sale" index={index} />
      <form noValidate onSubmit={submit}>
        <SelectField
          name="country"
          label={t('declarationsSales.customer.country')}
          value={country}
          onChange={setCountry}
          options={choices}
        />
        <Button>{t('common.continue')}</Button>
      </form>
      <SavedLine />
    </Page>
  )
}

function KindScreen({ index }: { index: number }) {
  const t = useT()
  const { wizard, sale, next, back } = useSaleStep(index)
  return (
    <Page title={t('declarationsSales.customer.kind')} back={back('pays')}>
      <LineHead kind="sale" index={index} />
      <ChoiceForm
        value={sale?.customerKind ?? ''}
        options={[
          { value: 'person', label: t('declarationsSales.customer.person') },
          { value: 'business', label: t('declarationsSales.customer.business') },
        ]}
        onChoose={(customerKind: Kind) => {
          wizard.putSale(index, { customerKind })
          next('nom')
        }}
      />
      <SavedLine />
    </Page>
  )
}

function NameScreen({ index }: { index: number }) {
  const t = useT()
  const { wizard, sale, next, back } = useSaleStep(index)
  const [customer, setCustomer] = useState(sale?.customer ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    wizard.putSale(index, { customer })
    next('jour')
  }
  return (
    <Page title={t('declarationsSales.customer.who')} back={back('client')}>
      <LineHead kind="sale" index={index} />
      <form noValidate onSubmit={submit}>
        <TextField
          name="customer"
          label={t('declarationsSales.customer.name')}
          isOptional
          maxLength={200}
          value={customer}
          onChange={setCustomer}
        />
        <Button>{t('common.continue')}</Button>
      </form>
      <SavedLine />
    </Page>
  )
}
