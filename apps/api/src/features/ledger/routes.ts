import type { Router } from '../../platform/http/mount.ts'

export function mountLedger(_router: Router): void {}
