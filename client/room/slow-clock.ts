import { useEffect, useEffectEvent, useState } from 'react';

/** The server's time, looked at every few seconds: near enough for minutes, and nothing flickers. */
export function useSlowClock(now: () => number, everyMs = 3000): number {
  const [time, setTime] = useState(now);
  const look = useEffectEvent(() => setTime(now()));
  useEffect(() => {
    const timer = setInterval(() => look(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return time;
}
