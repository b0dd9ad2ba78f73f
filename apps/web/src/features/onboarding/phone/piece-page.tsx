import { standingOf } from '@terreau/domain/pipeline/pieces'
import { localDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { call } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { isOffline } from '../../../lib/problem-error.ts'
import { todayInZone } from '../../../lib/today.ts'
import { Button, LinkButton } from '../../../ui/phone/button.tsx'
import { Notice } from '../../../ui/phone/card.tsx'
import { FileField } from '../../../ui/phone/file-field.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { forgetKept, keep, readKept } from './kept-on-phone.ts'
import { useSendPiece } from './mutations.ts'
import { pieceHint, pieceLabel, pieceStanding } from './piece-words.ts'
import { ProgressWords } from './progress-words.tsx'
import type { OwnPiece, OwnWelcome } from './queries.ts'

/** One piece: what to photograph, why it was refused, and the photo. */
export function PiecePage({ welcome, piece }: { welcome: OwnWelcome; piece: OwnPiece }) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const send = useSendPiece(piece.id)
  const page = `piece-${piece.id}`
  const { personId } = welcome
  const [kept, setKept] = useState<File | null>(null)
  useEffect(() => {
    void call('PUT /me/welcome/place', { body: { question: page, typed: '' } }).catch(
      () => undefined,
    )
    void readKept({ personId, page }).then((file) => file instanceof File && setKept(file))
  }, [personId, page])
  const sendFile = async (file: File) => {
    // The phone keeps the photo until the server has it: a lost network loses nothing.
    setKept(file)
    await keep({ personId, page }, file)
    afterWrite(send.mutateAsync(file), async ({ resume }) => {
      await forgetKept({ personId, page })
      navigate(`/moi/bienvenue${resume === null ? '' : `/${resume}`}`)
    })
  }
  const isOpen = standingOf(piece) !== 'accepted'
  return (
    <Page
      title={pieceLabel(piece, locale)}
      hint={pieceHint(piece, locale) || undefined}
      back="/moi/bienvenue/tout"
    >
      <Standing piece={piece} />
      {send.error && (
        <ProblemNotice error={send.error}>
          {isOffline(send.error) && <p>{t('welcomePhone.keptPhoto')}</p>}
        </ProblemNotice>
      )}
      {isOpen && kept !== null && !send.isSuccess && (
        <Button type="button" isBusy={send.isPending} onClick={() => void sendFile(kept)}>
          {t('welcomePhone.sendKept')}
        </Button>
      )}
      {isOpen && (
        <FileField
          name="file"
          label={t('welcomePhone.photo')}
          hint={t('welcomePhone.photoHint')}
          onFile={(file) => void sendFile(file)}
        />
      )}
      <LinkButton href="/moi/bienvenue/tout" look="secondary">
        {t('welcomePhone.later')}
      </LinkButton>
      <ProgressWords progress={welcome.progress} />
    </Page>
  )
}

const LOOKS = {
  renewed: 'info',
  received: 'info',
  ending: 'success',
  accepted: 'success',
  over: 'attention',
  renewal_refused: 'attention',
  refused: 'attention',
} as const

/** What became of what was sent, and whether the paper before still counts. */
function Standing({ piece }: { piece: OwnPiece }) {
  const t = useT()
  const locale = useLocale()
  const standing = pieceStanding(piece, localDate(todayInZone()))
  if (standing === 'asked' || standing === 'waived') return null
  const date = piece.expiresOn === null ? '' : formatDate(piece.expiresOn, locale)
  return (
    <Notice look={LOOKS[standing]}>
      {piece.refusal !== null && <p>{t(`welcomePhone.refusal.${piece.refusal}`)}</p>}
      {piece.words !== '' && piece.refusal !== null && <p>{piece.words}</p>}
      {standing !== 'refused' && <p>{t(`welcomePhone.standing.${standing}`, { date })}</p>}
    </Notice>
  )
}
