interface AccountPlace {
  /** Whose lines are shown. */
  mois?: string | null
  /** The table of months shows those before this one. */
  avant?: string | null
  /** The day at the end of which the account is read. */
  au?: string | null
}

/** The address of the account of an activity, with what is looked at. */
export function accountHref(activityId: string, place: AccountPlace): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(place)) if (value) params.set(name, value)
  return `/gestion/comptes/${activityId}${params.size === 0 ? '' : `?${params}`}`
}
