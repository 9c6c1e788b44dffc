import type { MyData } from '@turnward/shared/wire/my-data.ts';
import type { Request, Response, Router } from 'express';
import { myDataPage } from '../my-data/my-data-page.ts';
import type { Session } from '../session.ts';
import type { Limit } from './limits.ts';

export type MyDataParts = {
  myData: (memberId: string) => Promise<MyData>;
  /** Who asks, if they showed lately who they are (AC10). */
  fresh: (request: Request, response: Response) => Promise<Session | undefined>;
};

/** MY1, MY2. The doors by which somebody takes what is theirs with them, at once. File names hold nobody's name. */
export function addMyDataDoors(doors: Router, limit: Limit, { myData, fresh }: MyDataParts): void {
  doors.get('/my-data.json', limit('myData'), async (request, response) => {
    const session = await fresh(request, response);
    if (!session) return;
    const data = await myData(session.memberId);
    response.set('Content-Disposition', 'attachment; filename="my-words.json"');
    response.type('application/json').send(`${JSON.stringify(data, null, 2)}\n`);
  });

  doors.get('/my-data.html', limit('myData'), async (request, response) => {
    const session = await fresh(request, response);
    if (!session) return;
    const data = await myData(session.memberId);
    const language = request.query['language'] === 'de' ? 'de' : 'en';
    response.set('Content-Disposition', 'attachment; filename="my-words.html"');
    response.type('html').send(myDataPage(data, language));
  });
}
