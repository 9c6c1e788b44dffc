import { useAnnouncements } from './announce.ts';

/** The one polite and the one assertive region of the page. Mounted once; spoken through `announce`. */
export function LiveRegions() {
  const { polite, assertive } = useAnnouncements();
  return (
    <div className="visually-hidden" data-live-announcer="true">
      <div aria-live="polite" data-testid="polite">
        {polite.id > 0 && <p key={polite.id}>{polite.text}</p>}
      </div>
      <div aria-live="assertive" data-testid="assertive">
        {assertive.id > 0 && <p key={assertive.id}>{assertive.text}</p>}
      </div>
    </div>
  );
}
