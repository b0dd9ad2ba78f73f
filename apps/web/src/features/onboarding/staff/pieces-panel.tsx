import { Button } from '@mantine/core'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { ShareLink } from '../../../ui/staff/share-link.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { useAskPieces, useNoteConversation, useNotePieceShare } from './mutations.ts'
import { PieceCard } from './piece-card.tsx'
import type { Welcome } from './queries.ts'

/** The pieces of somebody: asked, received, to judge; and what can still be asked for. */
export function PiecesPanel({ welcome }: { welcome: Welcome }) {
  const t = useT()
  const locale = useLocale()
  const mayAct = useCan('onboarding.manage')
  const ask = useAskPieces(welcome.personId)
  const share = useNotePieceShare(welcome.personId)
  return (
    <section aria-labelledby="pieces">
      <h2 id="pieces">{t('onboarding.welcome.pieces')}</h2>
      {welcome.pieces.length === 0 && <p>{t('onboarding.welcome.noPieces')}</p>}
      {welcome.pieces.map((piece) => (
        <PieceCard key={piece.id} piece={piece} mayAct={mayAct} />
      ))}
      {mayAct && (
        <>
          {ask.error && <ErrorBlock error={ask.error} />}
          {welcome.couldAsk.length > 0 && (
            <>
              <h3>{t('onboarding.welcome.couldAsk')}</h3>
              <div className="form-actions">
                {welcome.pieces.length === 0 && (
                  <Button loading={ask.isPending} onClick={() => ask.mutate([])}>
                    {t('onboarding.welcome.ask')}
                  </Button>
                )}
                {welcome.couldAsk.map(({ kindId, labelFr, labelEn }) => (
                  <Button key={kindId} variant="default" onClick={() => ask.mutate([kindId])}>
                    {t('onboarding.welcome.askOne', {
                      label: locale === 'en' ? labelEn : labelFr,
                    })}
                  </Button>
                ))}
              </div>
            </>
          )}
          {share.error && <ErrorBlock error={share.error} />}
          {welcome.share !== null && (
            <ShareLink share={welcome.share} onShared={(by) => share.mutate(by)} />
          )}
          <Conversation welcome={welcome} />
        </>
      )}
    </section>
  )
}

/** Staff spoke with the person: reminders wait from that day. */
function Conversation({ welcome }: { welcome: Welcome }) {
  const t = useT()
  const locale = useLocale()
  const note = useNoteConversation(welcome.personId)
  const [spokenOn, setSpokenOn] = useState(todayInZone())
  const [words, setWords] = useState('')
  const last = welcome.pieces
    .map((piece) => piece.spokenOn)
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  return (
    <div className="panel">
      <h3>{t('onboarding.welcome.spoke')}</h3>
      {last !== undefined && (
        <p>{t('onboarding.welcome.spoken', { date: formatDate(last, locale) })}</p>
      )}
      {note.error && <ErrorBlock error={note.error} />}
      <Form
        onSubmit={() => afterWrite(note.mutateAsync({ spokenOn, words }), () => setWords(''))}
        submitLabel={t('onboarding.welcome.saveSpoke')}
        isBusy={note.isPending}
      >
        <TextField
          name="spokenOn"
          type="date"
          label={t('onboarding.welcome.spokenOn')}
          value={spokenOn}
          onChange={setSpokenOn}
        />
        <TextField
          name="spokenWords"
          label={t('onboarding.welcome.words')}
          isOptional
          value={words}
          onChange={setWords}
        />
      </Form>
    </div>
  )
}
