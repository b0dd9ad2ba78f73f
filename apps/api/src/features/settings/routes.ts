import type { Router } from '../../platform/http/mount.ts'

export function mountSettings(_router: Router): void {}
