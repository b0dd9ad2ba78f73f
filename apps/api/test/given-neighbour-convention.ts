import { type Caller, call, type TestApp } from './test-app.ts'

/** A convention of the neighbour, as its staff draft one. */
export async function givenConvention(
  test: TestApp,
  direction: Caller,
  of: { activityId: string; people: readonly [string, string] },
): Promise<string> {
  const drafted = await call(test, direction, 'POST /activities/:activityId/conventions', {
    params: { activityId: of.activityId },
    body: {
      startsOn: '2026-12-01',
      shares: of.people.map((personId) => ({ personId, sharePermille: 500 })),
      terms: { nature: '', paySplit: '', clientele: '', tradeName: '', sharedGoods: '' },
    },
  })
  return drafted.body.id
}
