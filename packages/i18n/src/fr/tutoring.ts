export const tutoring = {} as const
