import { Button, FileButton } from '@mantine/core'
import {
  PIECE_REFUSALS,
  type PieceAct,
  type PieceStanding,
  pieceTransition,
  standingOf,
} from '@terreau/domain/pipeline/pieces'
import { formatDate, formatLabelled } from '@terreau/i18n/format'
import { useState } from 'react'
import { apiUrl } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { StatusBadge, type StatusLook } from '../../../ui/staff/status-badge.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useJudgePiece, useReceivePiece } from './mutations.ts'
import type { Piece } from './queries.ts'

const LOOKS: Readonly<Record<PieceStanding, StatusLook>> = {
  asked: 'neutral',
  received: 'attention',
  accepted: 'success',
  ending: 'success',
  renewed: 'attention',
  refused: 'danger',
  waived: 'neutral',
}

/** One piece: its state, its reminders, the document, the verdict. */
export function PieceCard({ piece, mayAct }: { piece: Piece; mayAct: boolean }) {
  const t = useT()
  const locale = useLocale()
  const date = formatDate(piece.askedOn, locale)
  const standing = standingOf(piece)
  const isWaiting = piece.state === 'asked' || piece.state === 'refused'
  return (
    <article className="panel" id={`piece-${piece.id}`} tabIndex={-1}>
      <h3>{labelOf(piece, locale)}</h3>
      <p>
        <StatusBadge look={LOOKS[standing]}>
          {t(`onboarding.welcome.pieceState.${standing}`, { date })}
        </StatusBadge>
      </p>
      {piece.refusal !== null && (
        <p>
          {t(`onboarding.welcome.refusalName.${piece.refusal}`)}
          {piece.words !== '' && ` : ${piece.words}`}
        </p>
      )}
      {piece.expiresOn !== null && (
        <p>{t('onboarding.welcome.until', { date: formatDate(piece.expiresOn, locale) })}</p>
      )}
      {isWaiting && (
        <p className="dimmed">
          {piece.nextReminderOn === null
            ? t('onboarding.welcome.noReminder')
            : t('onboarding.welcome.nextReminder', {
                date: formatDate(piece.nextReminderOn, locale),
              })}
        </p>
      )}
      {mayAct && piece.mediaType !== null && (
        <p>
          <a href={apiUrl('GET /pieces/:pieceId/file', { params: { pieceId: piece.id } })}>
            {t('onboarding.welcome.openFile')}
          </a>
        </p>
      )}
      {mayAct && <Verdict key={piece.version} piece={piece} label={labelOf(piece, locale)} />}
    </article>
  )
}

function Verdict({ piece, label }: { piece: Piece; label: string }) {
  const t = useT()
  const locale = useLocale()
  const judge = useJudgePiece(piece.id, piece.version)
  const receive = useReceivePiece(piece.id)
  const [attempt, setAttempt] = useState(0)
  const [expiresOn, setExpiresOn] = useState('')
  const [refusal, setRefusal] = useState('')
  const [words, setWords] = useState('')
  const form = useFieldErrors(judge.error)
  const act = (name: 'accept' | 'refuse' | 'waive' | 'ask') => {
    setAttempt((n) => n + 1)
    const why = PIECE_REFUSALS.find((one) => one === refusal) ?? null
    judge.mutate({ act: name, refusal: why, words, expiresOn: expiresOn || null })
  }
  const button = (
    name: Parameters<typeof act>[0],
    key: 'accept' | 'refuse' | 'waive' | 'askAgain',
  ) => (
    <Button
      key={name}
      variant={name === 'accept' ? 'filled' : 'default'}
      aria-label={formatLabelled(t(`onboarding.welcome.${key}`), label, locale)}
      onClick={() => act(name)}
    >
      {t(`onboarding.welcome.${key}`)}
    </Button>
  )
  const standing = standingOf(piece)
  const isReceived = standing === 'received' || standing === 'renewed'
  const may = (name: PieceAct) => pieceTransition(standing, name).ok
  return (
    <div className="form">
      <ErrorSummary form={form} attempt={attempt} />
      {receive.error && <ErrorBlock error={receive.error} />}
      {isReceived && (
        <>
          {piece.expires && (
            <TextField
              name="expiresOn"
              type="date"
              label={t('onboarding.welcome.expiresOn')}
              value={expiresOn}
              error={form.errorOf('expiresOn')}
              onChange={setExpiresOn}
            />
          )}
          <SelectField
            name="refusal"
            label={t('onboarding.welcome.refusal')}
            isOptional
            value={refusal}
            error={form.errorOf('refusal')}
            onChange={setRefusal}
            options={[
              { value: '', label: t('onboarding.act.choose') },
              ...PIECE_REFUSALS.map((one) => ({
                value: one,
                label: t(`onboarding.welcome.refusalName.${one}`),
              })),
            ]}
          />
          <TextField
            name="words"
            label={t('onboarding.welcome.words')}
            isOptional
            value={words}
            error={form.errorOf('words')}
            onChange={setWords}
          />
        </>
      )}
      <div className="form-actions">
        {isReceived && button('accept', 'accept')}
        {isReceived && button('refuse', 'refuse')}
        {may('receive') && (
          <FileButton
            accept="image/*,application/pdf"
            onChange={(file) => file && receive.mutate(file)}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={receive.isPending}
                aria-label={formatLabelled(t('onboarding.welcome.upload'), label, locale)}
              >
                {t('onboarding.welcome.upload')}
              </Button>
            )}
          </FileButton>
        )}
        {may('waive') && button('waive', 'waive')}
        {may('ask') && button('ask', 'askAgain')}
      </div>
    </div>
  )
}

function labelOf(piece: Piece, locale: 'fr' | 'en'): string {
  return locale === 'en' ? piece.labelEn : piece.labelFr
}
