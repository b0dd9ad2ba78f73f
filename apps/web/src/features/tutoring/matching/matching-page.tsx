import './matching.css'
import { useState } from 'react'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { CharterSection } from './charter-section.tsx'
import { MatchPanel } from './match-panel.tsx'
import { NeedForm } from './need-form.tsx'
import { NeedsSection } from './needs-section.tsx'
import { ProfilesSection } from './profiles-section.tsx'
import type { Need } from './queries.ts'

/** Who waits for a tutor and who could help, with the reasons; what tutors offer; their charter. */
export function MatchingPage() {
  const t = useT()
  const [need, setNeed] = useState<Need | null>(null)
  return (
    <>
      <PageHeader
        title={t('tutoringMatch.title')}
        back={{ href: '/gestion/tutorat', label: t('tutoring.title') }}
      />
      {need === null ? (
        <NeedsSection onOpen={setNeed} />
      ) : (
        <MatchPanel key={need.id} need={need} onClose={() => setNeed(null)} />
      )}
      {need === null && <NeedForm />}
      {need === null && <ProfilesSection />}
      {need === null && <CharterSection />}
    </>
  )
}
