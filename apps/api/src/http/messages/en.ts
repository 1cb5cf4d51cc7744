import type { fieldsVi, problemsVi, titlesVi } from './vi.js';

/** English: the same sentences. */
export const titlesEn: typeof titlesVi = {
  400: 'Bad input',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not supported',
  406: 'Not in that form',
  409: 'Not possible now',
  410: 'Gone',
  412: 'Another protocol',
  413: 'Too large',
  415: 'Wrong media type',
  422: 'Key used before',
  423: 'Busy',
  429: 'Too many requests',
  460: 'Wrong checksum',
  500: 'System error',
  503: 'Not available for a moment',
};

export const problemsEn: typeof problemsVi = {
  'bad-input': 'Some fields are wrong, see each.',
  'bad-json': 'The body is not JSON.',
  'too-large': 'The body is larger than {limit}.',
  'wrong-media-type': 'Only JSON is taken (application/json).',
  'key-missing': 'The Idempotency-Key is missing or wrong.',
  'sign-in-required': 'Please sign in first.',
  'sign-in-unknown': 'Unknown account.',
  'no-policy': 'Nobody has been given access to this path.',
  'leaders-only': 'Only the administrator and the bodies that lead a campaign may see this list.',
  'bounce-secret': 'The secret of the bounce port (MAIL_BOUNCE_SECRET) is wrong or missing, or the port is not open.',
  'not-found': '“{id}” was not found.',
  'no-such-route': 'There is no such path.',
  'plan-refused': 'The plan cannot be taken, see each point.',
  'gate-open': 'No forecast yet: the plan is not complete, see each point.',
  'draft-stale': 'The draft was saved elsewhere (you saw {seen}, it is now {current}). Both are kept to choose from.',
  'clock-not-set':
    'Time is stepped (CLOCK=stepped) and has not been set yet. Try again once its driver runs, or run with CLOCK=real.',
  'live-stream': 'This address only streams events: ask with Accept: text/event-stream.',
  'live-full': 'This post has too many windows open. The page keeps itself up to date, less often.',
  'store-away': 'The database is away; nothing was recorded. Try again in a few seconds with the same key.',
  unexpected:
    'Something went wrong; this may not be recorded. Try again with the same key, or tell the administrator: {trace}.',
};

export const fieldsEn: typeof fieldsVi = {
  revision: 'must be the revision you saw, e.g. "3"',
  revisionTwice: 'differs from If-Match',
  figureUnknown: 'this target is not asked here',
  fileMissing: 'the file is missing (part “file” of the form)',
  figureTwice: 'this target is given on another line',
};
