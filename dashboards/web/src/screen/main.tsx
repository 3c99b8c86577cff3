import { createRoot } from 'react-dom/client'
import { given, pageRoot } from '../shared/given.ts'
import { Screen, type ScreenProps } from './screen.tsx'

createRoot(pageRoot()).render(<Screen {...given<ScreenProps>()} />)
