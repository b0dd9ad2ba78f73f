import { useQuery } from '@tanstack/react-query'
import { TUTORING_KINDS, type TutoringKind } from '@terreau/domain/tutoring/hosts'
import { MEETING_FORMS, MOMENTS, MOST_TUTEES } from '@terreau/domain/tutoring/matching'
import { TUTORING_SUBJECTS } from '@terreau/domain/tutoring/subjects'
import { useState } from 'react'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { CheckField, RadioField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { SavedNotice } from '../../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { tutoringQueries } from '../queries.ts'
import { CheckList } from './check-list.tsx'
import { useLanguages } from './languages.ts'
import { useSaveProfile } from './mutations.ts'
import type { Tutor } from './queries.ts'

const USUAL_MOST = 3

/** Staff write what a tutor told them, and where the tutor helps. */
export function ProfileForm({ tutor, hasCharter }: { tutor: Tutor; hasCharter: boolean }) {
  const t = useT()
  const languages = useLanguages()
  const hosts = useQuery(tutoringQueries.candidates()).data?.hosts ?? []
  const [values, setValues] = useState(() => valuesOf(tutor))
  const [attempt, setAttempt] = useState(0)
  const save = useSaveProfile(tutor.personId, tutor.profile?.version ?? 0)
  const most = /^\d{1,2}$/.test(values.most.trim()) ? Number(values.most) : null
  const isMostWrong = most === null || most > MOST_TUTEES
  const local = { mostTutees: isMostWrong ? t('tutoringMatch.profiles.mostWrong') : null }
  const form = useFieldErrors(save.error, attempt > 0 ? local : {})
  const set = (over: Partial<typeof values>) => setValues({ ...values, ...over })
  const submit = () => {
    setAttempt((n) => n + 1)
    if (isMostWrong) return
    const { most: _, hostId, charterSignedOn, ...offer } = values
    save.mutate({
      ...offer,
      mostTutees: most,
      hostId: hostId || null,
      charterSignedOn: charterSignedOn || null,
    })
  }
  return (
    <section aria-labelledby="profile">
      <h3 id="profile">{t('tutoringMatch.profiles.editTitle', { name: tutor.name })}</h3>
      <SavedNotice>{save.isSuccess && t('tutoringMatch.profiles.done')}</SavedNotice>
      <Form
        onSubmit={submit}
        submitLabel={t('tutoringMatch.profiles.submit')}
        isBusy={save.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <CheckList
          name="skills"
          label={t('tutoringMatch.profiles.skills')}
          value={values.skills}
          onChange={(skills) => set({ skills })}
          options={TUTORING_SUBJECTS.map((value) => ({
            value,
            label: t(`tutoringMatch.subject.${value}`),
          }))}
        />
        <CheckList
          name="profile-languages"
          label={t('tutoringMatch.profiles.languages')}
          value={values.languages}
          onChange={(chosen) => set({ languages: chosen })}
          options={languages.options}
        />
        <CheckList
          name="forms"
          label={t('tutoringMatch.profiles.forms')}
          value={values.forms}
          onChange={(forms) => set({ forms })}
          options={MEETING_FORMS.map((value) => ({
            value,
            label: t(`tutoringMatch.form.${value}`),
          }))}
        />
        <CheckList
          name="profile-moments"
          label={t('tutoringMatch.profiles.moments')}
          value={values.moments}
          onChange={(moments) => set({ moments })}
          options={MOMENTS.map((value) => ({ value, label: t(`tutoringMatch.moment.${value}`) }))}
        />
        <TextField
          name="profile-town"
          label={t('tutoringMatch.profiles.town')}
          isOptional
          maxLength={100}
          value={values.town}
          onChange={(town) => set({ town })}
        />
        <TextField
          name="mostTutees"
          label={t('tutoringMatch.profiles.most')}
          inputMode="numeric"
          maxLength={2}
          value={values.most}
          onChange={(text) => set({ most: text })}
          error={form.errorOf('mostTutees')}
        />
        <CheckField
          name="isOpen"
          label={t('tutoringMatch.profiles.isOpen')}
          isChecked={values.isOpen}
          onChange={(isOpen) => set({ isOpen })}
        />
        <RadioField
          name="kind"
          label={t('tutoring.pair.kind')}
          value={values.kind}
          onChange={(kind) =>
            set({ kind: TUTORING_KINDS.find((one) => one === kind) ?? 'volunteer' })
          }
          options={TUTORING_KINDS.map((kind) => ({
            value: kind,
            label: t(`tutoring.kind.${kind}`),
          }))}
        />
        <SelectField
          name="hostId"
          label={t('tutoring.pair.host')}
          hint={t('tutoring.pair.hostHint')}
          value={values.hostId}
          onChange={(hostId) => set({ hostId })}
          error={form.errorOf('hostId')}
          options={[
            { value: '', label: t('tutoring.pair.noHost') },
            ...hosts.map((host) => ({
              value: host.id,
              label: `${host.name} (${t(`tutoring.form.${host.form}`)})`,
            })),
          ]}
        />
        {hasCharter && (
          <TextField
            name="charterSignedOn"
            type="date"
            label={t('tutoringMatch.profiles.signedOn')}
            hint={t('tutoringMatch.profiles.signedHint')}
            isOptional
            value={values.charterSignedOn}
            onChange={(charterSignedOn) => set({ charterSignedOn })}
            error={form.errorOf('charterSignedOn')}
          />
        )}
      </Form>
    </section>
  )
}

function valuesOf({ profile }: Tutor) {
  return {
    skills: profile?.skills ?? [],
    languages: profile?.languages ?? ['fr'],
    forms: profile?.forms ?? [...MEETING_FORMS],
    moments: profile?.moments ?? [],
    town: profile?.town ?? '',
    most: String(profile?.mostTutees ?? USUAL_MOST),
    isOpen: profile?.isOpen ?? true,
    kind: profile?.kind ?? ('volunteer' as TutoringKind),
    hostId: profile?.hostId ?? '',
    charterSignedOn: '',
  }
}
