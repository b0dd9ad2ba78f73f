import { Button } from '@mantine/core'
import { formatDate } from '@terreau/i18n/format'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useObjectUrl } from '../../lib/use-object-url.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ProgressLine } from '../../ui/staff/progress-line.tsx'
import { useT } from '../../ui/staff/words.ts'
import { copyFileName, copySize } from './copy-size.ts'
import { useAskCopy, useOpenCopy } from './mutations.ts'
import type { PersonalCopy } from './queries.ts'
import { ReasonForm } from './reason-form.tsx'

interface CopiesPanelProps {
  personId: string
  copies: readonly PersonalCopy[]
  mayAsk: boolean
}

/** Copies of everything: who asked, how far they are, who opened them. */
export function CopiesPanel({ personId, copies, mayAsk }: CopiesPanelProps) {
  const t = useT()
  const locale = useLocale()
  const ask = useAskCopy(personId)
  const isWaiting = copies.some((one) => one.state === 'waiting' && one.askedFor === 'office')
  const columns: Column<PersonalCopy>[] = [
    {
      key: 'asked',
      header: t('personalData.copies.asked'),
      cell: (copy) => formatInstant(copy.askedAt, locale),
    },
    {
      key: 'by',
      header: t('personalData.copies.by'),
      cell: (copy) =>
        copy.askedFor === 'person'
          ? t('personalData.copies.byPerson')
          : `${copy.askedBy} : ${copy.reason}`,
    },
    { key: 'state', header: t('personalData.copies.state'), cell: (copy) => <State copy={copy} /> },
    {
      key: 'opened',
      header: t('personalData.copies.opened'),
      cell: (copy) => <Openings copy={copy} />,
    },
  ]
  return (
    <section className="panel" aria-label={t('personalData.copies.title')}>
      <h2>{t('personalData.copies.title')}</h2>
      {copies.length === 0 ? (
        <p className="dimmed">{t('personalData.copies.none')}</p>
      ) : (
        <DataTable
          caption={t('personalData.copies.caption')}
          columns={columns}
          rows={copies}
          rowKey={(copy) => copy.id}
        />
      )}
      {mayAsk && !isWaiting && (
        <ReasonForm
          name="copyReason"
          label={t('personalData.copies.reason')}
          hint={t('personalData.copies.reasonHint')}
          submitLabel={t('personalData.copies.ask')}
          act={ask}
        />
      )}
    </section>
  )
}

function State({ copy }: { copy: PersonalCopy }) {
  const t = useT()
  const locale = useLocale()
  if (copy.state === 'expired') return t('personalData.copies.expired')
  if (copy.state === 'ready') {
    const on = copy.expiresOn === null ? '' : formatDate(copy.expiresOn, locale)
    const text = t('personalData.copies.ready', { on, size: copySize(copy, locale) })
    return (
      <>
        {text} {copy.askedFor === 'office' && <Open copy={copy} />}
      </>
    )
  }
  const [done, total] = [copy.filesDone, copy.filesTotal ?? 0]
  const text = t('personalData.copies.progress', { done, total })
  return <ProgressLine text={text} done={done} total={total} />
}

function Open({ copy }: { copy: PersonalCopy }) {
  const t = useT()
  const open = useOpenCopy(copy.id)
  const url = useObjectUrl(open.data ?? null)
  if (url !== null)
    return (
      <a href={url} download={copyFileName(copy)}>
        {t('personalData.copies.save')}
      </a>
    )
  return (
    <>
      <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
        {t('personalData.copies.open')}
      </Button>
      {open.error && <ErrorBlock error={open.error} />}
    </>
  )
}

function Openings({ copy }: { copy: PersonalCopy }) {
  const t = useT()
  const locale = useLocale()
  if (copy.downloads.length === 0) return t('personalData.copies.never')
  return (
    <ul className="plain-list">
      {copy.downloads.map(({ by, at }) => (
        <li key={at}>
          {by}, {formatInstant(at, locale)}
        </li>
      ))}
    </ul>
  )
}
