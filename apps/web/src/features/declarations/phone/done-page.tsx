import { useLocale } from '../../../lib/locale.ts'
import { LinkButton } from '../../../ui/phone/button.tsx'
import { Notice } from '../../../ui/phone/card.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { monthWords } from './month-words.ts'
import type { MonthView } from './queries.ts'
import { SentProof } from './sent-proof.tsx'

/** The number, what happens next and by whom, and a proof to keep. The page may be bookmarked. */
export function DonePage({ view, number }: { view: MonthView; number: string }) {
  const t = useT()
  const words = monthWords(view.month, useLocale())
  return (
    <Page title={t('declarations.done.title')}>
      <Notice look="success">
        <p className="lead">
          <strong>{t('declarations.done.number', { number })}</strong>
        </p>
        <p>{t('declarations.done.next', { name: view.reviewer })}</p>
      </Notice>
      <LinkButton href="/moi">{t('declarations.done.home')}</LinkButton>
      <SentProof month={view.month} activity={view.activity.id} number={number} words={words} />
    </Page>
  )
}
