import type { Router } from '../../platform/http/mount.ts'

export function mountClosing(_router: Router): void {}
