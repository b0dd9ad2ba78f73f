import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Contract } from './queries.ts'

/** Prepared, sent, signed, signed by both: what is done, and when. */
export function ContractSteps({ contract }: { contract: Contract }) {
  const t = useT()
  const locale = useLocale()
  const signedBy = (signer: 'person' | 'cooperative') =>
    contract.signatures.find((signature) => signature.signer === signer)?.signedAt
  const steps = [
    { key: 'draft', isDone: true, at: undefined },
    ...(
      [
        ['sent', contract.documents.find((each) => each.stage === 'to_sign')?.createdAt],
        ['signed', signedBy('person')],
        ['active', signedBy('cooperative')],
      ] as const
    ).map(([key, at]) => ({ key, isDone: at !== undefined, at })),
  ] as const
  return (
    <ol className="contract-steps" aria-label={t('contracts.step.label')}>
      {steps.map(({ key, isDone, at }) => (
        <li key={key} data-done={isDone || undefined}>
          <b>
            {isDone ? (
              <IconCircleCheck size={20} aria-hidden />
            ) : (
              <IconCircleDashed size={20} aria-hidden />
            )}
            {t(`contracts.step.${key}`)}
          </b>
          {at !== undefined && (
            <span className="dimmed">
              {t('contracts.step.done', { date: formatInstant(at, locale) })}
            </span>
          )}
          {!isDone && <span className="dimmed">{t('contracts.step.todo')}</span>}
        </li>
      ))}
    </ol>
  )
}
