import type { Router } from '../../platform/http/mount.ts'

export function mountTutoring(_router: Router): void {}
