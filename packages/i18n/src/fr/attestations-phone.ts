export const attestationsPhone = {} as const
