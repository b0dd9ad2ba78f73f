import { describe, expect, it } from 'vitest'
import { emptyInstallation, installationBody, installationFaults } from './installation-form.ts'

describe('where the cooperative lives', () => {
  it('is Paris unless another place is chosen, and is sent', () => {
    const values = emptyInstallation()
    expect(installationBody(values).cooperative.timeZone).toBe('Europe/Paris')
    const chosen = { ...values, 'cooperative.timeZone': 'Indian/Reunion' }
    expect(installationBody(chosen).cooperative.timeZone).toBe('Indian/Reunion')
    expect(installationFaults(chosen)).not.toHaveProperty(['cooperative.timeZone'])
  })
})
