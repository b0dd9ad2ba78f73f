/** Fewest signs of a password. */
export const SHORTEST_PASSWORD = 12
/** Staff hold other people's files. */
export const SHORTEST_STAFF_PASSWORD = 15
