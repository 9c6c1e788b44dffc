/** How long another page has to answer, in ms. */
const ANSWER = 300;

type Said = 'who is in front' | 'I am' | 'locked' | 'unlocked';

/** The other pages of ours in this browser. What they say to each other is stored nowhere. */
export function openPagesHere(parts: { inFront: () => boolean; heard: (said: 'locked' | 'unlocked') => void }) {
  const channel = new BroadcastChannel('app-lock');
  const say = (said: Said) => channel.postMessage(said);
  let answered: (() => void) | undefined;

  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data === 'who is in front') {
      if (parts.inFront()) say('I am');
    } else if (data === 'I am') answered?.();
    else parts.heard(data);
  };

  return {
    say: say as (said: 'locked' | 'unlocked') => void,
    /** LK9. Whether one of them is in front. */
    anotherInFront: (): Promise<boolean> =>
      new Promise((resolve) => {
        answered = () => resolve(true);
        setTimeout(() => resolve(false), ANSWER);
        say('who is in front');
      }),
  };
}
