import { Button } from '@mantine/core'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ShareLink } from '../../ui/staff/share-link.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useNoteDelivery } from './mutations.ts'
import type { AttestationDetail } from './queries.ts'

interface HandOverProps {
  attestationId: string
  /** Whose certificate it is, for who does not see the line. */
  name: string
  share: AttestationDetail['delivery']['share']
}

/** How staff give a certificate themselves: a link from their own phone, or the paper. */
export function HandOver({ attestationId, name, share }: HandOverProps) {
  const t = useT()
  const note = useNoteDelivery(attestationId)
  return (
    <>
      {note.error && <ErrorBlock error={note.error} />}
      {share !== null && <ShareLink share={share} onShared={(by) => note.mutate(by)} />}
      <Button variant="default" loading={note.isPending} onClick={() => note.mutate('paper')}>
        {t('attestations.delivery.onPaper')}
        <span className="visually-hidden"> {name}</span>
      </Button>
    </>
  )
}
