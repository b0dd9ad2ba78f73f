import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { MoreRows } from '../../../ui/staff/more-rows.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { useLanguages } from './languages.ts'
import { ProfileForm } from './profile-form.tsx'
import { matchingQueries, type Tutor } from './queries.ts'

/** What tutors offer, by name. */
export function ProfilesSection() {
  const t = useT()
  const list = useInfiniteQuery(matchingQueries.profiles())
  const [editedId, setEditedId] = useState<string | null>(null)
  const tutors = list.data?.pages.flatMap((page) => page.profiles)
  const edited = tutors?.find((tutor) => tutor.personId === editedId)
  const charter = list.data?.pages[0]?.charter ?? null
  return (
    <section aria-labelledby="profiles">
      <h2 id="profiles">{t('tutoringMatch.profiles.title')}</h2>
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {tutors?.length === 0 && <p>{t('tutoringMatch.profiles.none')}</p>}
      {tutors && tutors.length > 0 && (
        <Tutors tutors={tutors} onEdit={(tutor) => setEditedId(tutor.personId)} />
      )}
      <MoreRows list={list} label={t('tutoringMatch.profiles.more')} />
      {edited && (
        <ProfileForm
          key={`${edited.personId} ${edited.profile?.version ?? 0}`}
          tutor={edited}
          hasCharter={charter !== null && edited.accepted?.version !== charter.version}
        />
      )}
    </section>
  )
}

function Tutors({ tutors, onEdit }: { tutors: Tutor[]; onEdit: (tutor: Tutor) => void }) {
  const t = useT()
  const locale = useLocale()
  const languages = useLanguages()
  const columns: Column<Tutor>[] = [
    { key: 'tutor', header: t('tutoringMatch.profiles.tutor'), cell: (one) => one.name },
    {
      key: 'skills',
      header: t('tutoringMatch.profiles.skills'),
      cell: ({ profile }) =>
        profile === null
          ? t('tutoringMatch.profiles.notSaid')
          : profile.skills.map((one) => t(`tutoringMatch.subject.${one}`)).join(', '),
    },
    {
      key: 'languages',
      header: t('tutoringMatch.profiles.languages'),
      cell: ({ profile }) => languages.listOf(profile?.languages ?? []),
    },
    {
      key: 'load',
      header: t('tutoringMatch.profiles.load'),
      cell: ({ profile, tuteesNow: now }) =>
        profile === null
          ? now
          : `${t('tutoringMatch.profiles.loadOf', { now, most: profile.mostTutees })}${
              profile.isOpen ? '' : `, ${t('tutoringMatch.profiles.closed')}`
            }`,
    },
    {
      key: 'where',
      header: t('tutoringMatch.profiles.where'),
      cell: ({ profile }) =>
        profile &&
        [t(`tutoring.kind.${profile.kind}`), profile.hostName].filter(Boolean).join(', '),
    },
    {
      key: 'charter',
      header: t('tutoringMatch.profiles.charter'),
      cell: ({ accepted }) =>
        accepted === null
          ? t('tutoringMatch.profiles.missing')
          : t('tutoringMatch.profiles.accepted', {
              version: accepted.version,
              day: formatDate(accepted.on, locale, 'long'),
            }),
    },
    {
      key: 'act',
      header: t('tutoringMatch.need.act'),
      cell: (one) => (
        <Button
          variant="default"
          size="compact-sm"
          className="row-act"
          aria-label={t('tutoringMatch.profiles.edit', { name: one.name })}
          onClick={() => onEdit(one)}
        >
          {t('tutoringMatch.profiles.editShort')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('tutoringMatch.profiles.caption')}
      columns={columns}
      rows={tutors}
      rowKey={(one) => one.personId}
    />
  )
}
