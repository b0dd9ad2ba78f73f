import { TUTORING_KINDS, type TutoringKind } from '@terreau/domain/tutoring/hosts'
import { SKILL_LEVELS, type SkillLevel } from '@terreau/domain/tutoring/valuation'
import type { Api } from '../../lib/api.ts'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { RadioField, SelectField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'

export interface How {
  kind: TutoringKind
  hostId: string
  level: SkillLevel
}

interface Props {
  value: How
  onChange: (how: How) => void
  hosts: Api['GET /tutoring/candidates']['response']['hosts']
  form: FieldErrors
  /** What the names of the fields begin with, beside another form that asks the same. */
  prefix?: string
}

/** Given freely in a structure that may have volunteers, or paid. */
export function HowFields({ value, onChange, hosts, form, prefix = '' }: Props) {
  const t = useT()
  return (
    <>
      <RadioField
        name={`${prefix}kind`}
        label={t('tutoring.pair.kind')}
        value={value.kind}
        onChange={(kind) =>
          onChange({ ...value, kind: TUTORING_KINDS.find((one) => one === kind) ?? 'volunteer' })
        }
        options={TUTORING_KINDS.map((kind) => ({
          value: kind,
          label: t(`tutoring.kind.${kind}`),
        }))}
      />
      <SelectField
        name={`${prefix}hostId`}
        label={t('tutoring.pair.host')}
        hint={t('tutoring.pair.hostHint')}
        value={value.hostId}
        onChange={(hostId) => onChange({ ...value, hostId })}
        error={form.errorOf(`${prefix}hostId`)}
        options={[
          { value: '', label: t('tutoring.pair.noHost') },
          ...hosts.map((host) => ({
            value: host.id,
            label: `${host.name} (${t(`tutoring.form.${host.form}`)})`,
          })),
        ]}
      />
      <RadioField
        name={`${prefix}level`}
        label={t('tutoring.pair.level')}
        hint={t('tutoring.pair.levelHint')}
        value={value.level}
        onChange={(level) =>
          onChange({ ...value, level: SKILL_LEVELS.find((one) => one === level) ?? 'simple' })
        }
        options={SKILL_LEVELS.map((level) => ({
          value: level,
          label: t(`tutoring.level.${level}`),
        }))}
      />
    </>
  )
}
