import type { Router } from '../../platform/http/mount.ts'

export function mountImports(_router: Router): void {}
