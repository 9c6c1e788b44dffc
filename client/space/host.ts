import { asked } from './asked.ts';
import { doors } from './doors.ts';

/** Who runs this place, in the host's own words. */
export const useHost = asked(doors.host, { contact: '', mail: false });
