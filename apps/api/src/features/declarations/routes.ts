import type { Router } from '../../platform/http/mount.ts'

export function mountDeclarations(_router: Router): void {}
