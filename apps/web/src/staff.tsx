import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/staff/mantine-styles.ts'
import './ui/staff/staff.css'
import './ui/staff/staff-tables.css'
import { StaffApp } from './app/staff-app.tsx'
import { createQueryClient } from './lib/query-client.ts'
import { staffWords } from './ui/staff/words.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
await staffWords.start()
createRoot(root).render(
  <StrictMode>
    <StaffApp queryClient={createQueryClient()} />
  </StrictMode>,
)
