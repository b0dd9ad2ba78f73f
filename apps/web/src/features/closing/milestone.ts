/** What is worth saying aloud: the start, each quarter and the end, never every tick. */
export type Milestone = 'starting' | 'quarter' | 'half' | 'threeQuarters' | 'finished'

export function milestoneOf({ done, total }: { done: number; total: number }): Milestone {
  if (done >= total) return 'finished'
  if (done * 4 >= total * 3) return 'threeQuarters'
  if (done * 2 >= total) return 'half'
  return done * 4 >= total ? 'quarter' : 'starting'
}
