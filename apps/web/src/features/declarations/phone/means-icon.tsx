import type { PaymentMeans } from '@terreau/domain/declarations/payment-means'

const PHONE = 'M8 3h8v18H8zM11 18h2'

const PATHS: Record<PaymentMeans, string> = {
  cash: 'M3 7h18v10H3zM12 12.01V12M6 10v4M18 10v4',
  transfer: 'M4 10 12 4l8 6M5 10v8M19 10v8M9.5 10v8M14.5 10v8M3 20h18',
  card: 'M3 6h18v12H3zM3 10h18M7 14h3',
  cheque: 'M3 6h18v12H3zM6 10h8M6 14h4M15 14h3',
  wave: PHONE,
  orange_money: PHONE,
  other: 'M6 12h.01M12 12h.01M18 12h.01',
}

/** A drawing beside the word, for those who recognise before they read. */
export function MeansIcon({ means }: { means: PaymentMeans }) {
  return (
    <svg aria-hidden="true" className="icon" viewBox="0 0 24 24">
      <path d={PATHS[means]} />
    </svg>
  )
}
