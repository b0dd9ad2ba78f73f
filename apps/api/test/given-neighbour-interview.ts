import { type Caller, call, type TestApp } from './test-app.ts'

/** An interview of the neighbour, as its staff plan one. */
export async function givenInterview(
  test: TestApp,
  direction: Caller,
  personId: string,
): Promise<string> {
  const planned = await call(test, direction, 'POST /people/:personId/interviews', {
    params: { personId },
    body: {
      plannedOn: '2099-12-01',
      plannedTime: '',
      heldOn: null,
      conductorId: direction.userId,
      way: 'phone',
      place: '',
      report: { review: '', outlook: '', actions: '', needs: '', agreed: '', nextSteps: '' },
    },
  })
  return planned.body.id
}
