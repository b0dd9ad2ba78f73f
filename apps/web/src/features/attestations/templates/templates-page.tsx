import { useQuery } from '@tanstack/react-query'
import { FREE_TEXT_KINDS, LEGAL_ONLY_KINDS } from '@terreau/domain/attestations/free-text'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { SelectField } from '../../../ui/staff/fields.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import '../attestations.css'
import { type TemplateVersion, templateQueries } from './queries.ts'
import { type Drafts, TemplateForm } from './template-form.tsx'

const LOCALES = ['fr', 'en'] as const

/** The cooperative's own paragraphs on certificates: one text for each kind and language, in versions. */
export function TemplatesPage() {
  const t = useT()
  const { kind, locale, choose } = useTemplateChoice()
  const { data, error, refetch } = useQuery(templateQueries.versions({ kind, locale }))
  const [drafts] = useState<Drafts>(() => new Map())
  const legal = LEGAL_ONLY_KINDS.map((one) => t(`attestations.kind.${one}`)).join(', ')
  return (
    <div className="issue-page">
      <PageHeader
        title={t('attestations.templates.title')}
        subtitle={t('attestations.templates.hint')}
        back={{ href: '/gestion/attestations', label: t('attestations.detail.back') }}
      />
      <div className="template-choice">
        <SelectField
          name="kind"
          label={t('attestations.templates.kind')}
          value={kind}
          onChange={(value) => choose('type', value)}
          options={FREE_TEXT_KINDS.map((value) => ({
            value,
            label: t(`attestations.kind.${value}`),
          }))}
        />
        <SelectField
          name="locale"
          label={t('attestations.issue.locale')}
          value={locale}
          onChange={(value) => choose('langue', value)}
          options={LOCALES.map((value) => ({ value, label: t(`attestations.language.${value}`) }))}
        />
      </div>
      <p className="dimmed">{t('attestations.templates.legalOnly', { kinds: legal })}</p>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <TemplateForm
            key={`${kind} ${locale}`}
            template={{ kind, locale }}
            current={data[0]}
            drafts={drafts}
          />
          <Versions versions={data} />
        </>
      )}
    </div>
  )
}

function useTemplateChoice() {
  const [params, setParams] = useSearchParams()
  const kind = FREE_TEXT_KINDS.find((one) => one === params.get('type')) ?? 'monthly_income'
  const locale = LOCALES.find((one) => one === params.get('langue')) ?? 'fr'
  const choose = (key: 'type' | 'langue', value: string) => {
    const next = new URLSearchParams(params)
    next.set(key, value)
    setParams(next, { replace: true })
  }
  return { kind, locale, choose }
}

function Versions({ versions }: { versions: readonly TemplateVersion[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <section className="panel" aria-labelledby="versions">
      <h2 id="versions">{t('attestations.templates.versions')}</h2>
      {versions.length === 0 && <p>{t('attestations.templates.none')}</p>}
      {versions.map(({ version, body, publishedAt, publishedBy: name }) => (
        <details key={version}>
          <summary>
            {t('attestations.templates.version', {
              version,
              date: formatInstant(publishedAt, locale),
              name,
            })}
          </summary>
          <p className="template-body">{body === '' ? t('attestations.templates.noText') : body}</p>
        </details>
      ))}
    </section>
  )
}
