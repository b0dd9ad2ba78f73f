import { formatMinutes } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/phone/words.ts'
import type { Figures } from './queries.ts'

type Shown = Pick<
  Figures,
  'kind' | 'notedMinutes' | 'confirmedMinutes' | 'approvedMinutes' | 'disputedMinutes'
>

/** Three figures, each part of the one before, for each kind apart: never one sum. */
export function FigureLines({ figures }: { figures: readonly Shown[] }) {
  const t = useT()
  return (
    <>
      {figures.map((line) => (
        <p key={line.kind}>
          {figures.length > 1 && `${t(`tutoringPhone.kind.${line.kind}`)} : `}
          <ThreeFigures line={line} />
        </p>
      ))}
    </>
  )
}

function ThreeFigures({ line }: { line: Shown }) {
  const t = useT()
  const locale = useLocale()
  const time = (minutes: number) => ({ time: formatMinutes(minutes, locale) })
  return (
    <>
      {t('tutoringPhone.home.noted', time(line.notedMinutes))}
      {' · '}
      {t('tutoringPhone.home.confirmed', time(line.confirmedMinutes))}
      {' · '}
      <strong>{t('tutoringPhone.home.approved', time(line.approvedMinutes))}</strong>
      {line.disputedMinutes > 0 &&
        ` · ${t('tutoringPhone.home.disputed', time(line.disputedMinutes))}`}
    </>
  )
}
