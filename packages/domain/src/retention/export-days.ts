/** Days that a copy of somebody's data can be opened, while a cooperative has set nothing else. */
export const PERSONAL_EXPORT_DAYS = 14
