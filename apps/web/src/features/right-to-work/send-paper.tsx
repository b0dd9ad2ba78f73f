import { parseFrenchDate } from '@terreau/domain/time/local-date'
import { useState } from 'react'
import { Card, Notice } from '../../ui/phone/card.tsx'
import { FileField } from '../../ui/phone/file-field.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { RadioChips } from '../../ui/phone/radio-chips.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { useSendPaper } from './mutations.ts'

const KINDS = ['residence_permit', 'renewal_receipt'] as const

/** The new card or the receipt: which one, until when, and its photo, which leaves at once. */
export function SendPaper() {
  const t = useT()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('residence_permit')
  const [until, setUntil] = useState('')
  const [isMissing, setMissing] = useState(false)
  const send = useSendPaper()
  const sendFile = (file: File) => {
    const expiresOn = parseFrenchDate(until)
    setMissing(expiresOn === null)
    if (expiresOn !== null) send.mutate({ kind, expiresOn, file })
  }
  return (
    <Card title={t('rightToWorkPhone.send.title')}>
      <RadioChips
        name="kind"
        legend={t('rightToWorkPhone.send.kind')}
        value={kind}
        onChange={setKind}
        options={KINDS.map((name) => ({ value: name, label: t(`rightToWorkPhone.send.${name}`) }))}
      />
      <TextField
        name="until"
        label={t('rightToWorkPhone.send.until')}
        hint={t('rightToWorkPhone.send.untilHint')}
        error={isMissing ? t('rightToWorkPhone.send.untilMissing') : null}
        value={until}
        onChange={setUntil}
      />
      <FileField
        name="paper"
        label={t('rightToWorkPhone.send.file')}
        hint={t('rightToWorkPhone.send.fileHint')}
        onFile={sendFile}
      />
      {send.error && <ProblemNotice error={send.error} />}
      {send.isSuccess && (
        <Notice look="success">
          <p role="status">{t('rightToWorkPhone.send.sent')}</p>
        </Notice>
      )}
    </Card>
  )
}
