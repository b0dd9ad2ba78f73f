import { Alert, Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ShareLink } from '../../ui/staff/share-link.tsx'
import { useT } from '../../ui/staff/words.ts'
import { GiveCode } from './give-code.tsx'
import { partyInTurn, type Signature, useNoteHelp, useNoteShare, useRemind } from './queries.ts'

/** What can be done now, by whoever looks at it, the main act first. */
export function SignatureActs({ signature }: { signature: Signature }) {
  const t = useT()
  const mayManage = useCan('signature.manage')
  const remind = useRemind(signature.id)
  const help = useNoteHelp(signature.id)
  const share = useNoteShare(signature.id)
  const turn = signature.isLate ? undefined : partyInTurn(signature)
  const error = remind.error ?? help.error ?? share.error
  return (
    <>
      <div role="status">
        {remind.isSuccess && (
          <Alert color="green" mb="md">
            {t('signatures.page.reminded')}
          </Alert>
        )}
        {signature.isHelpWanted && (
          <Alert color="blue" mb="md">
            {t('signatures.page.helpWanted')}
          </Alert>
        )}
      </div>
      <section className="panel">
        {error && <ErrorBlock error={error} />}
        {signature.scan?.isOwn === true && <p>{t('signatures.page.ownScan')}</p>}
        <div className="contract-acts">
          <InTurn
            signature={signature}
            onRemind={() => remind.mutate()}
            isBusy={remind.isPending}
          />
          {mayManage && signature.isHelpWanted && (
            <Button variant="default" loading={help.isPending} onClick={() => help.mutate()}>
              {t('signatures.page.helpGiven')}
            </Button>
          )}
          <Documents signature={signature} />
          {mayManage && signature.state === 'waiting' && (
            <Link href={`/gestion/signatures/${signature.id}/retirer`}>
              {t('signatures.page.withdraw')}
            </Link>
          )}
        </div>
        {mayManage && turn?.side === 'person' && turn.state === 'asked' && turn.email === '' && (
          <GiveCode signatureId={signature.id} party={turn} />
        )}
        {mayManage && signature.share !== null && (
          <ShareLink share={signature.share} onShared={(by) => share.mutate(by)} />
        )}
      </section>
    </>
  )
}

interface InTurnProps {
  signature: Signature
  onRemind: () => void
  isBusy: boolean
}

/** The acts of the party whose turn it is: three routes for a person, one or paper for the cooperative. */
function InTurn({ signature, onRemind, isBusy }: InTurnProps) {
  const t = useT()
  const mayManage = useCan('signature.manage')
  const mayCountersign = useCan('signature.countersign')
  const party = partyInTurn(signature)
  if (party === undefined) return null
  const href = `/gestion/signatures/${signature.id}`
  if (party.state === 'to_check')
    return mayManage && signature.scan?.isOwn === false ? (
      <Button component={Link} href={`${href}/verifier`}>
        {t('signatures.page.check')}
      </Button>
    ) : null
  if (signature.isLate) return null
  return (
    <>
      {party.side === 'cooperative' && mayCountersign && (
        <Button component={Link} href={`/gestion/signatures/signer?ids=${signature.id}`}>
          {t('signatures.page.countersign')}
        </Button>
      )}
      {party.side === 'person' && mayManage && (
        <>
          {party.email !== '' && (
            <Button loading={isBusy} onClick={onRemind}>
              {t('signatures.page.remind')}
            </Button>
          )}
          <Button component={Link} variant="default" href={`${href}/bureau`}>
            {t('signatures.page.office')}
          </Button>
        </>
      )}
      {mayManage && (
        <>
          <NewTab
            href={apiUrl('GET /signatures/:signatureId/paper', {
              params: { signatureId: signature.id },
            })}
          >
            {t('signatures.page.print')}
          </NewTab>
          <Button component={Link} variant="default" href={`${href}/papier`}>
            {t('signatures.page.scan')}
          </Button>
        </>
      )}
    </>
  )
}

function Documents({ signature }: { signature: Signature }) {
  const t = useT()
  const params = { signatureId: signature.id }
  const url = (file: 'shown' | 'signed') =>
    apiUrl('GET /signatures/:signatureId/document', { params, query: { file } })
  const onPaper = signature.parties.filter(
    (party) => party.route === 'paper' || party.state === 'to_check',
  )
  return (
    <>
      {signature.signedSha256 !== null && (
        <NewTab href={url('signed')}>{t('signatures.page.openSigned')}</NewTab>
      )}
      <NewTab href={url('shown')}>{t('signatures.page.openShown')}</NewTab>
      {onPaper.map(({ position }) => (
        <NewTab
          key={position}
          href={apiUrl('GET /signatures/:signatureId/scan', { params, query: { position } })}
        >
          {t('signatures.page.openScan')}
        </NewTab>
      ))}
      {signature.subjectKind === 'contract' && (
        <Link href={`/gestion/contrats/${signature.subjectId}`}>
          {t('signatures.page.subject')}
        </Link>
      )}
    </>
  )
}

function NewTab({ href, children }: { href: string; children: ReactNode }) {
  const t = useT()
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
      <span className="visually-hidden"> {t('signatures.page.newTab')}</span>
      <IconExternalLink size={18} aria-hidden />
    </a>
  )
}
