export const attestationsEndpoints = [] as const
