import { MoneyText } from '../../ui/money-text.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { useT } from '../../ui/phone/words.ts'

/** The one figure of the page. Below zero it says what is missing, why, and what to do. */
export function AvailableFigure({ balanceCents }: { balanceCents: string }) {
  const t = useT()
  const balance = BigInt(balanceCents)
  if (balance < 0n) {
    return (
      <Notice look="attention">
        <p className="balance">
          {t('account.negative.missing')}{' '}
          <strong className="figure short">
            <MoneyText cents={(-balance).toString()} />
          </strong>
        </p>
        <p>{t('account.negative.why')}</p>
        <p>{t('account.negative.next')}</p>
        <p>{t('account.negative.act')}</p>
      </Notice>
    )
  }
  return (
    <>
      <p className="balance">
        {t('account.available')}{' '}
        <strong className="figure">
          <MoneyText cents={balanceCents} />
        </strong>
      </p>
      <p className="hint">{t('account.countsAccepted')}</p>
    </>
  )
}
