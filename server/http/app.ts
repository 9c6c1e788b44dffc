import { existsSync } from 'node:fs';
import path from 'node:path';
import type { HelpLines } from '@turnward/shared/wire/help-lines.ts';
import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import type { Origins } from './origins.ts';

const MAX_URL = 2048;

type Parts = {
  config: Config;
  origins: Origins;
  doors: RequestHandler;
  /** Sees each request to a door before anything else does (DR3). */
  watch: RequestHandler;
  help: HelpLines;
  clientDir: string;
  log: Logger;
};

/** The HTTP side: health, the doors, the page itself. Nothing is cached but files whose name holds their hash. */
export function openApp({ config, origins, doors, watch, help, clientDir, log }: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.TRUST_PROXY);
  app.set('query parser', 'simple');
  const https = config.PUBLIC_URL?.startsWith('https:') ?? false;

  app.use(headers(https), shortUrls);
  app.get('/healthz', (_request, response) => void response.type('text').send('ok\n'));
  app.get('/left', (_request, response) => {
    response.set('Clear-Site-Data', '"cookies", "storage"').redirect(303, config.EXIT_URL);
  });
  // LQ6. The same for everybody, and asked by pages that were opened without a connection: not one of the doors.
  app.get('/help-lines.json', (_request, response) => void response.json(help));
  app.use('/api', watch, ownOriginOnly(origins), express.json({ limit: '16kb', strict: true }), doors); // DR2
  app.use('/api', (_request, response) => refuseWith(response, 404, 'not-found'));
  app.use(
    '/assets',
    express.static(path.join(clientDir, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }),
  );
  app.use(express.static(clientDir, { index: false, cacheControl: false }));
  app.get('/{*any}', page(clientDir));
  app.use((_request, response) => refuseWith(response, 404, 'not-found'));
  app.use(failed(log));
  return app;
}

/** One page serves every address; what it shows is decided in the browser. Built by `npm start`; missing in `npm run dev`. */
function page(clientDir: string): RequestHandler {
  const file = path.join(clientDir, 'index.html');
  return (_request, response) => {
    if (existsSync(file)) response.sendFile(file, { cacheControl: false, etag: false, lastModified: false });
    else response.status(404).type('text').send('The page has not been built yet. Run: npm start\n');
  };
}

/** Security rows 16 to 18, 21 and 23. */
function headers(https: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'"],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
          objectSrc: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      // Over plain http on the local network browsers ignore these two and complain about it in the console.
      crossOriginOpenerPolicy: https,
      originAgentCluster: https,
    }),
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store');
      next();
    },
  ];
}

const shortUrls: RequestHandler = (request, response, next) => {
  if (request.url.length > MAX_URL) refuseWith(response, 414, 'malformed');
  else next();
};

/** Security row 20. Whatever changes something must come from a page of ours; looking may come from anywhere we serve. */
const ownOriginOnly =
  (origins: Origins): RequestHandler =>
  (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || origins.isOurs(request.headers.origin)) next();
    else refuseWith(response, 403, 'not-found');
  };

export function refuseWith(response: express.Response, status: number, refusal: Refusal): void {
  response.locals['refusal'] = refusal;
  response.status(status).json({ refusal });
}

const failed =
  (log: Logger): ErrorRequestHandler =>
  (error: Error & { status?: number }, _request, response, _next) => {
    const status = error.status ?? 500;
    if (status >= 500) log.error({ error }, 'A request could not be answered.');
    if (response.headersSent) return void response.end();
    if (status >= 500) refuseWith(response, 503, 'unavailable');
    else refuseWith(response, status, status === 404 ? 'not-found' : 'malformed');
  };
