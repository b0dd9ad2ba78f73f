export const peopleEndpoints = [] as const
