export const attestations = {} as const
