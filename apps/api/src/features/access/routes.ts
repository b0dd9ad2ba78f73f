import type { Router } from '../../platform/http/mount.ts'

export function mountAccess(_router: Router): void {}
