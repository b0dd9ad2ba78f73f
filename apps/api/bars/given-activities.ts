import { localDate } from '@terreau/domain/time/local-date'
import { insertPerson } from '../src/features/people/index.ts'
import { asCommand, type TestApp } from '../test/test-app.ts'

/** People with one activity each; their activities' ids. */
export async function givenActivities(
  test: TestApp,
  cooperativeId: string,
  count: number,
  marker = 'Diallo',
): Promise<string[]> {
  const ids: string[] = []
  await asCommand(test, cooperativeId, async (ctx, tx) => {
    for (let n = 1; n <= count; n += 1) {
      const { activityId } = await insertPerson(tx, ctx, {
        civility: '',
        familyName: marker,
        givenName: `Awa ${n}`,
        bornOn: localDate('1990-01-01'),
        email: '',
        phone: '',
        locale: 'fr',
        address: '',
        activity: { name: `conseil ${marker}`, vatRateBp: 2000, fiscalHorsepower: null },
      })
      ids.push(activityId)
    }
  })
  return ids
}
