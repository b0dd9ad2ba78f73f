import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { type Operation, type OperationVersion, operationVersionsQuery } from './queries.ts'

const WORDS = ['name', 'funder', 'reference', 'startsOn', 'endsOn', 'isClosed'] as const

/** Who wrote what of an operation and when, the last version first: each says what it changed. */
export function OperationHistory({ operation }: { operation: Operation }) {
  const t = useT()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(operationVersionsQuery(operation))
  const label = {
    name: t('tutoringTimeSheet.list.name'),
    funder: t('tutoringTimeSheet.funder'),
    reference: t('tutoringTimeSheet.list.reference'),
    startsOn: t('tutoringTimeSheet.list.startsOn'),
    endsOn: t('tutoringTimeSheet.list.endsOn'),
    isClosed: t('tutoringTimeSheet.list.state'),
  }
  const said = (version: OperationVersion, word: (typeof WORDS)[number]) => {
    const value = version[word]
    if (typeof value === 'boolean')
      return t(`tutoringTimeSheet.list.${value ? 'isClosed' : 'isOpen'}`)
    return word === 'startsOn' || word === 'endsOn' ? formatDate(value, locale, 'short') : value
  }
  return (
    <section aria-labelledby="operation-history">
      <h2 id="operation-history">
        {t('tutoringTimeSheet.history.title', { name: operation.name })}
      </h2>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      <ol>
        {data?.map((version, at) => {
          const before = data[at + 1]
          const who = { day: formatInstant(version.at, locale), name: version.byName }
          return (
            <li key={version.version}>
              {t(`tutoringTimeSheet.history.${before === undefined ? 'added' : 'changed'}`, who)}
              <ul>
                {WORDS.filter((word) => before === undefined || version[word] !== before[word]).map(
                  (word) => (
                    <li key={word}>
                      {before === undefined
                        ? t('tutoringTimeSheet.history.first', {
                            label: label[word],
                            value: said(version, word),
                          })
                        : t('tutoringTimeSheet.history.became', {
                            label: label[word],
                            before: said(before, word),
                            value: said(version, word),
                          })}
                    </li>
                  ),
                )}
              </ul>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
