import type { MyData } from '@turnward/shared/wire/my-data.ts';
import type { Request, Response, Router } from 'express';
import { myDataPage } from '../my-data/my-data-page.ts';
import type { Session, Sessions } from '../session.ts';
import { refused } from '../space/answer.ts';
import { answer, goneMeanwhile } from './door-kit.ts';
import type { Limit } from './limits.ts';

export type MyDataParts = {
  sessions: Pick<Sessions, 'holds' | 'isLocked'>;
  myData: (memberId: string) => Promise<MyData>;
  /** Who asks, if they showed lately who they are (AC10). */
  fresh: (request: Request, response: Response) => Promise<Session | undefined>;
};

/** MY1, MY2, MY3. The doors by which somebody takes what is theirs with them, at once. File names hold nobody's name. */
export function addMyDataDoors(doors: Router, limit: Limit, { sessions, myData, fresh }: MyDataParts): void {
  /** MY3. Undefined once the refusal was answered. */
  const gathered = async (request: Request, response: Response): Promise<MyData | undefined> => {
    const session = await fresh(request, response);
    if (!session) return undefined;
    const data = await myData(session.memberId);
    const refusal = goneMeanwhile(sessions, session);
    return answer(response, refusal ? refused(refusal) : { value: data });
  };

  doors.get('/my-data.json', limit('myData'), async (request, response) => {
    const data = await gathered(request, response);
    if (!data) return;
    response.set('Content-Disposition', 'attachment; filename="my-words.json"');
    response.type('application/json').send(`${JSON.stringify(data, null, 2)}\n`);
  });

  doors.get('/my-data.html', limit('myData'), async (request, response) => {
    const data = await gathered(request, response);
    if (!data) return;
    const language = request.query['language'] === 'de' ? 'de' : 'en';
    response.set('Content-Disposition', 'attachment; filename="my-words.html"');
    response.type('html').send(myDataPage(data, language));
  });
}
