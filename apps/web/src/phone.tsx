import './ui/phone/phone.css'
import './ui/phone/phone-forms.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { PhoneApp } from './app/phone-app.tsx'
import { createQueryClient } from './lib/query-client.ts'
import { phoneWords } from './ui/phone/words.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
await phoneWords.start()
createRoot(root).render(
  <StrictMode>
    <PhoneApp queryClient={createQueryClient()} />
  </StrictMode>,
)
