interface Declared {
  personId: string
  personName: string
  activityId: string
  activityName: string
}

/** Where staff type what somebody says on the phone about a month. */
export function declareForHref(row: Declared, month: string): string {
  const query = new URLSearchParams({
    nom: row.personName,
    activite: row.activityId,
    quoi: row.activityName,
  })
  return `/gestion/declarations/pour/${row.personId}/${month}?${query}`
}
