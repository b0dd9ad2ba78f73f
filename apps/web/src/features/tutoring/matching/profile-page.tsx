import { useQuery } from '@tanstack/react-query'
import { MEETING_FORMS, MOMENTS, MOST_TUTEES } from '@terreau/domain/tutoring/matching'
import { TUTORING_SUBJECTS } from '@terreau/domain/tutoring/subjects'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../ui/phone/button.tsx'
import { Notice } from '../../../ui/phone/card.tsx'
import { ErrorSummary } from '../../../ui/phone/error-summary.tsx'
import { Loading } from '../../../ui/phone/loading.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../ui/phone/problem-notice.tsx'
import { RadioChips } from '../../../ui/phone/radio-chips.tsx'
import { TextField } from '../../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../../ui/phone/use-field-errors.ts'
import { useT } from '../../../ui/phone/words.ts'
import { CheckChips } from '../check-chips.tsx'
import { CharterCard } from './charter-card.tsx'
import { useLanguages } from './languages.ts'
import { useSaveOwnProfile } from './mutations.ts'
import { matchingQueries, type OwnProfile } from './queries.ts'

const USUAL_MOST = 3

/** What the tutor offers, and the charter. */
export function ProfilePage() {
  const t = useT()
  const { data, error, refetch } = useQuery(matchingQueries.ownProfile())
  if (data !== undefined) return <Profile key={data.profile?.version ?? 0} own={data} />
  return (
    <Page title={t('tutoringOffer.profile.title')} back="/tutorat">
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
    </Page>
  )
}

function Profile({ own }: { own: OwnProfile }) {
  const t = useT()
  const languages = useLanguages()
  const [values, setValues] = useState(() => valuesOf(own))
  const [attempt, setAttempt] = useState(0)
  const save = useSaveOwnProfile(own.profile?.version ?? 0)
  const most = /^\d{1,2}$/.test(values.most.trim()) ? Number(values.most) : null
  const isMostWrong = most === null || most > MOST_TUTEES
  const missing = {
    ...(values.skills.length === 0 ? { skills: t('tutoringOffer.profile.skillsMissing') } : {}),
    ...(values.languages.length === 0
      ? { languages: t('tutoringOffer.profile.languagesMissing') }
      : {}),
    ...(values.forms.length === 0 ? { forms: t('tutoringOffer.profile.formsMissing') } : {}),
    ...(isMostWrong ? { mostTutees: t('tutoringOffer.profile.mostWrong') } : {}),
  }
  const form = useFieldErrors(save.error, attempt > 0 ? missing : {})
  const set = (over: Partial<typeof values>) => setValues({ ...values, ...over })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if (Object.keys(missing).length > 0 || most === null) return
    const { most: _, ...offer } = values
    save.mutate({ ...offer, mostTutees: most })
  }
  return (
    <Page
      title={t('tutoringOffer.profile.title')}
      hint={t('tutoringOffer.profile.hint')}
      back="/tutorat"
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <CharterCard own={own} />
      {own.profile !== null && own.profile.version > 0 && save.isSuccess && (
        <Notice look="success">
          <p role="status">{t('tutoringOffer.profile.saved')}</p>
        </Notice>
      )}
      <form onSubmit={submit} noValidate>
        <CheckChips
          name="skills"
          legend={t('tutoringOffer.profile.skills')}
          error={form.errorOf('skills')}
          value={values.skills}
          onChange={(skills) => set({ skills })}
          options={TUTORING_SUBJECTS.map((value) => ({
            value,
            label: t(`tutoringPhone.subject.${value}`),
          }))}
        />
        <CheckChips
          name="languages"
          legend={t('tutoringOffer.profile.languages')}
          error={form.errorOf('languages')}
          value={values.languages}
          onChange={(chosen) => set({ languages: chosen })}
          options={languages.options}
        />
        <CheckChips
          name="forms"
          legend={t('tutoringOffer.profile.forms')}
          error={form.errorOf('forms')}
          value={values.forms}
          onChange={(forms) => set({ forms })}
          options={MEETING_FORMS.map((value) => ({
            value,
            label: t(`tutoringOffer.form.${value}`),
          }))}
        />
        <CheckChips
          name="moments"
          legend={t('tutoringOffer.profile.moments')}
          isOptional
          value={values.moments}
          onChange={(moments) => set({ moments })}
          options={MOMENTS.map((value) => ({ value, label: t(`tutoringOffer.moment.${value}`) }))}
        />
        <TextField
          name="town"
          label={t('tutoringOffer.profile.town')}
          isOptional
          maxLength={100}
          value={values.town}
          onChange={(town) => set({ town })}
        />
        <TextField
          name="mostTutees"
          label={t('tutoringOffer.profile.most')}
          hint={t('tutoringOffer.profile.now', { count: own.tuteesNow })}
          inputMode="numeric"
          maxLength={2}
          error={form.errorOf('mostTutees')}
          value={values.most}
          onChange={(text) => set({ most: text })}
        />
        <RadioChips
          name="isOpen"
          legend={t('tutoringOffer.profile.isOpen')}
          value={values.isOpen ? 'yes' : 'no'}
          onChange={(choice) => set({ isOpen: choice === 'yes' })}
          options={[
            { value: 'yes', label: t('tutoringOffer.profile.yes') },
            { value: 'no', label: t('tutoringOffer.profile.no') },
          ]}
        />
        <Button isBusy={save.isPending}>{t('tutoringOffer.profile.save')}</Button>
      </form>
    </Page>
  )
}

function valuesOf({ profile, knownLanguages }: OwnProfile) {
  return {
    skills: profile?.skills ?? [],
    languages: profile?.languages ?? knownLanguages,
    forms: profile?.forms ?? [],
    moments: profile?.moments ?? [],
    town: profile?.town ?? '',
    most: String(profile?.mostTutees ?? USUAL_MOST),
    isOpen: profile?.isOpen ?? true,
  }
}
