import type { Router } from '../../platform/http/mount.ts'

export function mountContracts(_router: Router): void {}
