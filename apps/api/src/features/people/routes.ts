import type { Router } from '../../platform/http/mount.ts'

export function mountPeople(_router: Router): void {}
