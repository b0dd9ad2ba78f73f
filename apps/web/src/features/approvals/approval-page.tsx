import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { ApprovalState } from './approval-state.tsx'
import { ProposalDetails } from './proposal-details.tsx'
import { type Approval, approvalQueries, useAgree, useRefuse } from './queries.ts'
import { useActName } from './use-act-name.ts'

/** One demand: what would happen, then yes or no. Whoever asked can only take it back. */
export function ApprovalPage() {
  const { approvalId = '' } = useParams()
  const t = useT()
  const { data, error, refetch } = useQuery(approvalQueries.detail(approvalId))
  const back = { href: '/gestion/accords', label: t('approvals.back') }
  if (data !== undefined) return <OneApproval approval={data} back={back} />
  return (
    <>
      <PageHeader title={t('approvals.title')} back={back} />
      {error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />}
    </>
  )
}

interface OneApprovalProps {
  approval: Approval
  back: { href: string; label: string }
}

function OneApproval({ approval, back }: OneApprovalProps) {
  const t = useT()
  const locale = useLocale()
  const name = useActName()(approval)
  const { answeredAt, state } = approval
  return (
    <>
      <PageHeader title={name} subtitle={<ApprovalState state={state} />} back={back} />
      <p>
        {t('approvals.asked', {
          name: approval.askedByName,
          at: formatInstant(approval.askedAt, locale),
        })}
      </p>
      <section className="panel" aria-labelledby="details">
        <h2 id="details">{t('approvals.details')}</h2>
        <ProposalDetails approval={approval} />
      </section>
      {answeredAt === null ? (
        <Answer approval={approval} />
      ) : (
        <>
          <SavedNotice>{state === 'agreed' && t('approvals.agreed')}</SavedNotice>
          <p>
            {t('approvals.answered', {
              state: t(`approvals.state.${state}`),
              name: approval.answeredByName,
              at: formatInstant(answeredAt, locale),
            })}
          </p>
          {approval.reason !== '' && <p>{t('approvals.reason', { reason: approval.reason })}</p>}
        </>
      )}
    </>
  )
}

function Answer({ approval }: { approval: Approval }) {
  const t = useT()
  const agree = useAgree(approval.approvalId)
  return (
    <>
      {approval.isMine ? (
        <p>{t('approvals.mine')}</p>
      ) : (
        <>
          {agree.error && <ErrorBlock error={agree.error} />}
          <div className="form-actions">
            <Button loading={agree.isPending} onClick={() => agree.mutate(approval.fingerprint)}>
              {t('approvals.agree')}
            </Button>
          </div>
        </>
      )}
      <SayNo approval={approval} />
    </>
  )
}

function SayNo({ approval }: { approval: Approval }) {
  const t = useT()
  const refuse = useRefuse(approval.approvalId)
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const isMissing = attempt > 0 && reason.trim() === ''
  const form = useFieldErrors(refuse.error, {
    reason: isMissing ? t('approvals.whyMissing') : null,
  })
  const submit = () => {
    setAttempt((n) => n + 1)
    if (reason.trim() !== '') refuse.mutate(reason.trim())
  }
  return (
    <Form
      onSubmit={submit}
      submitLabel={t(approval.isMine ? 'approvals.withdraw' : 'approvals.refuse')}
      isBusy={refuse.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        name="reason"
        label={t('approvals.why')}
        value={reason}
        error={form.errorOf('reason')}
        onChange={setReason}
      />
    </Form>
  )
}
