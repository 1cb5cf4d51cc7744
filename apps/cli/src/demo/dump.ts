import type { CampaignPlan, Ladder } from '#libs/domain';
import type { Store, SubmissionDoc } from '#libs/store';
import { calendarById, ladderById, ladders } from '#libs/rules';
import type { DoneAct } from './agenda-of-people.js';
import type { DemoWorld } from './demo-world.js';

/** Everything a finished world consists of, for the independent oracle: inputs, what people did, what the engine made of it. */
export type Dump = Record<string, unknown> & { caught: CaughtMail[]; actions: DumpedAction[] };

export interface CaughtMail {
  messageId: string;
  to: string[];
  receivedAt: string;
}

export interface DumpedAction {
  at: Date;
  post: string;
  campaign: string;
  obligation?: string;
  session?: string;
  type: string;
  [fact: string]: unknown;
}

/** Last part of a command's path → its name in the journal's words. */
const TYPES: Record<string, string> = {
  submission: 'submit',
  'extension-request': 'request_extension',
  'extension-decision': 'decide_extension',
  extension: 'extend',
  open: 'open_session',
  delay: 'declare_delay',
};

/** The same of a command on a whole campaign. */
const OF_A_CAMPAIGN: Record<string, string> = { extension: 'extend_many' };

export async function dumpWorld(
  store: Store,
  world: DemoWorld,
  seed: number,
  done: DoneAct[],
  mailUrl: string,
): Promise<Dump> {
  const codes = world.plans.map(({ code }) => code);
  const of = { campaign: { $in: codes } } as never;
  const withoutOutbox = { projection: { pending: 0, commands: 0 } };
  const [campaigns, obligations, notices, messages, submissions, sessions, headers] = await Promise.all([
    store.campaigns.find({ _id: { $in: codes } }, { projection: { pending: 0, commands: 0, plan: 0 } }).toArray(),
    store.obligations.find(of, withoutOutbox).toArray(),
    store.notices.find(of).toArray(),
    store.messages.find({}).toArray(),
    store.submissions.find(of).toArray(),
    store.sessions.find(of, withoutOutbox).toArray(),
    store.headers.find(of).toArray(),
  ]);
  const calendars = [...new Set(world.plans.map(({ calendar }) => calendar))].map(calendarById);
  return {
    seed,
    calendars: Object.fromEntries(calendars.map((calendar) => [calendar.id, calendar])),
    ladders: Object.fromEntries([...ladders, ...laddersOf(world.plans)].map((ladder) => [ladder.id, ladder])),
    ...world,
    campaigns: campaigns.map(({ _id, ...campaign }) => ({ code: _id, ...campaign })),
    actions: named(
      done.filter(({ ok }) => ok).map((one) => actionOf(one, codes)),
      submissions,
    ),
    obligations,
    notices,
    messages,
    submissions,
    sessions,
    headers,
    caught: await caughtMails(mailUrl),
  };
}

function actionOf({ at, post, target, path, body }: DoneAct, codes: string[]): DumpedAction {
  if (codes.includes(target)) return { at, post, campaign: target, type: OF_A_CAMPAIGN[path] ?? path, ...body };
  const campaign = codes.find((code) => target.startsWith(`${code}.`))!;
  const { content, ...facts } = body as { content?: { nil?: unknown } };
  const nil = path === 'submission' ? { nil: content?.nil !== undefined } : {};
  const named = path === 'open' ? { session: target } : { obligation: target };
  return { at, post, campaign, ...named, type: TYPES[path] ?? path, ...nil, ...facts };
}

/** Those that its plans name, variations of a campaign's own among them. */
const laddersOf = (plans: CampaignPlan[]): Ladder[] =>
  plans.flatMap(({ steps }) => steps.flatMap(({ duties }) => duties.map(({ ladder }) => ladderById(ladder))));

async function caughtMails(mailUrl: string): Promise<CaughtMail[]> {
  const response = await fetch(`${mailUrl}/api/messages?limit=1000000`);
  const messages = (await response.json()) as { messageId: string; receivedAt: string; envelope: { to: string[] } }[];
  return messages.map(({ messageId, receivedAt, envelope }) => ({ messageId, receivedAt, to: envelope.to }));
}

/** Gives each submit its submission's id: the n-th accepted one of an obligation made its n-th attempt. */
function named(actions: DumpedAction[], submissions: SubmissionDoc[]): DumpedAction[] {
  const idOf = new Map(submissions.map(({ _id, obligation, attempt }) => [`${obligation}|${attempt}`, _id]));
  const attempts = new Map<string, number>();
  return actions.map((action) => {
    if (action.type !== 'submit') return action;
    const attempt = (attempts.get(action.obligation!) ?? 0) + 1;
    attempts.set(action.obligation!, attempt);
    return { ...action, submission: idOf.get(`${action.obligation}|${attempt}`) };
  });
}
