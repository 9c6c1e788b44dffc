import './styles/fonts.ts';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { takeArrival } from './app/arrival.ts';
import { mayBeShown } from './features/leave/coming-back.ts';
import { watchReturn } from './features/leave/leave-quickly.ts';
import { finishLeaving } from './features/leave/unfinished.ts';
import { startLanguage } from './i18n/language.ts';
import { applyAppearance } from './ui/appearance.ts';

takeArrival();
watchReturn();
applyAppearance();
void finishLeaving();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to draw in.');

Promise.all([mayBeShown(), startLanguage()]).then(([shown]) => {
  if (!shown) return;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
