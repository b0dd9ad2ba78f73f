import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = []
