import { formatDate } from '@terreau/i18n/format'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useObjectUrl } from '../../lib/use-object-url.ts'
import { Button } from '../../ui/phone/button.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { copyFileName, copySize } from './copy-size.ts'
import { useOpenOwnCopy } from './mutations.ts'
import type { PersonalCopy } from './queries.ts'

/** One copy: how far it is, until when it opens, who opened it. */
export function OwnCopy({ copy }: { copy: PersonalCopy }) {
  const t = useT()
  const locale = useLocale()
  const on = formatInstant(copy.askedAt, locale)
  const isOffice = copy.askedFor === 'office'
  return (
    <section>
      <p>
        {isOffice
          ? t('personalDataPhone.copies.byOffice', { who: copy.askedBy, on })
          : t('personalDataPhone.copies.asked', { on })}
      </p>
      {isOffice && (
        <p className="hint">{t('personalDataPhone.copies.why', { reason: copy.reason })}</p>
      )}
      {copy.state === 'waiting' && <Waiting copy={copy} />}
      {copy.state === 'ready' && <Ready copy={copy} />}
      {copy.state === 'expired' && <p>{t('personalDataPhone.copies.expired')}</p>}
      {copy.state !== 'waiting' && <Openings copy={copy} />}
    </section>
  )
}

function Waiting({ copy }: { copy: PersonalCopy }) {
  const t = useT()
  const { filesDone: done, filesTotal: total } = copy
  return (
    <>
      <p role="status">
        {total === null
          ? t('personalDataPhone.copies.counting')
          : t('personalDataPhone.copies.progress', { done, total })}
      </p>
      <p className="hint">{t('personalDataPhone.copies.mail')}</p>
    </>
  )
}

function Ready({ copy }: { copy: PersonalCopy }) {
  const t = useT()
  const locale = useLocale()
  const open = useOpenOwnCopy(copy.id)
  const url = useObjectUrl(open.data ?? null)
  const until = copy.expiresOn === null ? '' : formatDate(copy.expiresOn, locale)
  return (
    <>
      <p>{t('personalDataPhone.copies.until', { on: until, size: copySize(copy, locale) })}</p>
      {open.error && <ProblemNotice error={open.error} />}
      {url === null ? (
        <Button
          type="button"
          look="secondary"
          isBusy={open.isPending}
          onClick={() => open.mutate()}
        >
          {t('personalDataPhone.copies.open')}
        </Button>
      ) : (
        <a className="button secondary" href={url} download={copyFileName(copy)}>
          {t('personalDataPhone.copies.save')}
        </a>
      )}
    </>
  )
}

function Openings({ copy }: { copy: PersonalCopy }) {
  const t = useT()
  const locale = useLocale()
  if (copy.downloads.length === 0)
    return <p className="hint">{t('personalDataPhone.copies.neverOpened')}</p>
  return (
    <ul>
      {copy.downloads.map(({ by, at }) => (
        <li key={at} className="hint">
          {t('personalDataPhone.copies.openedBy', { who: by, on: formatInstant(at, locale) })}
        </li>
      ))}
    </ul>
  )
}
