import { lazy, Suspense } from 'react';
import type { OverlayProps } from './overlay.tsx';

const Overlay = lazy(() => import('./overlay.tsx').then((module) => ({ default: module.Overlay })));

type DialogProps = Omit<OverlayProps, 'shape'>;

/** A window over the page: for a question that must be answered first. Esc and Close answer “not now”. */
export function Dialog(props: DialogProps) {
  return <Lazily {...props} shape="dialog" />;
}

/** Rises from the bottom on a phone and stands at the side on a desktop: for reading and looking up. */
export function Sheet(props: DialogProps) {
  return <Lazily {...props} shape="sheet" />;
}

/** Fetches what dialogs need before it is needed, so that Help opens offline too. */
export const preloadDialogs = (): Promise<unknown> => import('./overlay.tsx');

function Lazily(props: OverlayProps) {
  return <Suspense fallback={null}>{props.open && <Overlay {...props} />}</Suspense>;
}
