import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { CheckField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { SavedNotice } from '../../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useCancelMeeting, useInvite, useNoteAttendance } from './mutations.ts'
import { type Meeting, onboardingQueries } from './queries.ts'

/** A meeting: who is invited, who came, how many were in the room. */
export function MeetingPage() {
  const t = useT()
  const locale = useLocale()
  const { meetingId = '' } = useParams()
  const mayAct = useCan('onboarding.manage')
  const { data: meeting, error, refetch } = useQuery(onboardingQueries.meeting(meetingId))
  const cancel = useCancelMeeting(meetingId)
  if (!meeting)
    return error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />
  const { startsAt: time, place, isCancelled, heldOn } = meeting
  const isToday = heldOn <= todayInZone()
  const mayCancel = mayAct && !isCancelled && meeting.headCount === null && meeting.came === 0
  return (
    <>
      <PageHeader
        title={t('onboarding.meeting.one', { date: formatDate(heldOn, locale) })}
        subtitle={
          isCancelled
            ? t('onboarding.meeting.cancelled')
            : t('onboarding.meeting.where', { time, place })
        }
        back={{ href: '/gestion/reunions', label: t('onboarding.meeting.back') }}
        actions={
          mayCancel && (
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('onboarding.meeting.cancel')}
            </Button>
          )
        }
      />
      {cancel.error && <ErrorBlock error={cancel.error} />}
      <h2>{t('onboarding.meeting.guests')}</h2>
      {meeting.guests.length === 0 && <p>{t('onboarding.meeting.noGuests')}</p>}
      <ul>
        {meeting.guests.map((guest) => (
          <li key={guest.leadId}>
            <Link href={`/gestion/contacts/${guest.leadId}`}>{guest.name}</Link>{' '}
            <span className="dimmed">{[guest.phone, guest.email].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
      {mayAct && !isCancelled && (
        <>
          {isToday ? (
            <Attendance key={meeting.version} meeting={meeting} />
          ) : (
            <p className="dimmed">{t('onboarding.meeting.notYet')}</p>
          )}
          <Invite meeting={meeting} />
        </>
      )}
    </>
  )
}

function Attendance({ meeting }: { meeting: Meeting }) {
  const t = useT()
  const note = useNoteAttendance(meeting.id, meeting.version)
  const known = meeting.guests.filter((guest) => guest.came === true).map((one) => one.leadId)
  const [came, setCame] = useState<ReadonlySet<string>>(new Set(known))
  const [heads, setHeads] = useState(meeting.headCount?.toString() ?? '')
  const [attempt, setAttempt] = useState(0)
  const isCount = /^\d{0,5}$/.test(heads.trim())
  const form = useFieldErrors(note.error, {
    headCount: isCount ? null : t('onboarding.meeting.wrongCount'),
  })
  const toggle = (leadId: string, isHere: boolean) => {
    const next = new Set(came)
    if (isHere) next.add(leadId)
    else next.delete(leadId)
    setCame(next)
  }
  const save = () => {
    setAttempt((n) => n + 1)
    const headCount = heads.trim() === '' ? null : Number(heads)
    if (isCount) note.mutate({ came: [...came], headCount })
  }
  return (
    <section className="panel" aria-labelledby="attendance">
      <h2 id="attendance">{t('onboarding.meeting.attendance')}</h2>
      <SavedNotice>{note.isSuccess && t('onboarding.meeting.savedAttendance')}</SavedNotice>
      <Form
        onSubmit={save}
        submitLabel={t('onboarding.meeting.saveAttendance')}
        isBusy={note.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        {meeting.guests.map(({ leadId, name }) => (
          <CheckField
            key={leadId}
            name={`came-${leadId}`}
            label={t('onboarding.meeting.isHere', { name })}
            isChecked={came.has(leadId)}
            onChange={(isHere) => toggle(leadId, isHere)}
          />
        ))}
        <TextField
          name="headCount"
          inputMode="numeric"
          label={t('onboarding.meeting.headCount')}
          hint={t('onboarding.meeting.headCountHint')}
          isOptional
          value={heads}
          error={form.errorOf('headCount')}
          onChange={setHeads}
        />
      </Form>
    </section>
  )
}

function Invite({ meeting }: { meeting: Meeting }) {
  const t = useT()
  const invite = useInvite(meeting.id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (leadId: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(leadId)
    else next.delete(leadId)
    setChosen(next)
  }
  const send = () => {
    if (chosen.size > 0) afterWrite(invite.mutateAsync([...chosen]), () => setChosen(new Set()))
  }
  return (
    <section className="panel" aria-labelledby="invite">
      <h2 id="invite">{t('onboarding.meeting.inviteTitle')}</h2>
      {invite.error && <ErrorBlock error={invite.error} />}
      <SavedNotice>
        {invite.data && t('onboarding.meeting.invitedDone', { count: invite.data.invited })}
      </SavedNotice>
      {meeting.couldCome.length === 0 ? (
        <p>{t('onboarding.meeting.nobodyToInvite')}</p>
      ) : (
        <Form
          onSubmit={send}
          submitLabel={t('onboarding.meeting.invite')}
          isBusy={invite.isPending}
        >
          {meeting.couldCome.map(({ leadId, name }) => (
            <CheckField
              key={leadId}
              name={`invite-${leadId}`}
              label={name}
              isChecked={chosen.has(leadId)}
              onChange={(isChosen) => toggle(leadId, isChosen)}
            />
          ))}
        </Form>
      )}
    </section>
  )
}
