import type { CampaignPlan, Obligation, ObligationCommand, Refusal } from '#libs/domain';
import { isAdministrator, type Reader, type SignedIn } from './actor.js';
import { notAllowed } from './refusals.js';

/** `inspect`: all of its history, mails and their fate included. */
type CampaignAction = 'draft' | 'launch' | 'suspend' | 'resume' | 'cancel' | 'preview' | 'nudge' | 'inspect';
/** `enter`: type for a unit without accounts. */
type ObligationAction = ObligationCommand['type'] | 'autosave' | 'enter';
type SessionAction = 'open' | 'postpone';
type PreparationAction = 'prepare' | 'launch';
/** A letter that urges; the Word templates and the indicators of one's own office. */
type LetterAction = 'urge' | 'keep_template' | 'keep_indicator';
/** Invite, disable, end sign-ins. */
type AccountAction = 'manage';
/** Wake, restart and retry workflows; mend what the reconciler finds. */
type EngineAction = 'repair';
export type Action =
  | 'read'
  | CampaignAction
  | ObligationAction
  | SessionAction
  | PreparationAction
  | LetterAction
  | AccountAction
  | EngineAction;

export type CampaignBodies = Pick<CampaignPlan, 'launchingUnit' | 'standingBody'>;

/** What is acted on or read, reduced to the facts that decide. */
export type Subject =
  | ({
      kind: 'obligation';
      bodies: CampaignBodies;
    } & Pick<Obligation, 'subject' | 'answeringUnit' | 'answeringPost' | 'receiver' | 'ancestors'>)
  | { kind: 'campaign'; bodies: CampaignBodies }
  | { kind: 'round'; bodies: CampaignBodies; collector: string; aboveCollector: readonly string[] }
  | { kind: 'session'; bodies: CampaignBodies; secretary: string; members: readonly string[] }
  /** `units`: the launching and the standing body, or before they are known the unit that began it. */
  | { kind: 'preparation'; units: readonly string[] }
  | { kind: 'unit'; unit: string; above: readonly string[] }
  | { kind: 'accounts' }
  /** Workflows and their records: of the administrators. */
  | { kind: 'engine' };

const OF_THE_OWING = new Set<Action>(['submit', 'withdraw', 'request_extension', 'declare_delay', 'autosave']);
const OF_THE_REVIEWER = new Set<Action>([
  'receive',
  'accept',
  'return',
  'reopen',
  'decide_extension',
  'extend',
  'escalate',
  'amend',
  'excuse',
  'enter',
  'urge',
]);
const OF_THE_LAUNCHER = new Set<Action>([
  'draft',
  'launch',
  'suspend',
  'resume',
  'cancel',
  'urge',
  'preview',
  'nudge',
  'extend',
]);
const OF_THE_PREPARER = new Set<Action>(['prepare', 'launch']);
const KEPT_BY_A_UNIT = new Set<Action>(['keep_template', 'keep_indicator']);
const OFFICERS = ['focal', 'head', 'chair'];

/**
 * The one policy. Whatever is not allowed here is refused.
 * @returns null when allowed, else a refusal in words
 */
export function may(reader: Reader, action: Action, subject: Subject): Refusal | null {
  if (reader === 'everyone') return action === 'read' ? null : notAllowed({ post: '–' }, action);
  const allowed = action === 'read' ? mayRead(reader, subject) : mayAct(reader, action, subject);
  return allowed ? null : notAllowed(reader, action);
}

function mayAct(actor: SignedIn, action: Action, subject: Subject): boolean {
  // reads everything and decides nothing; what the engine could not compute is theirs to put back
  if (isAdministrator(actor))
    return (
      (action === 'release' && subject.kind === 'obligation') ||
      ((action === 'nudge' || action === 'inspect') && subject.kind === 'campaign') ||
      (action === 'repair' && subject.kind === 'engine') ||
      (action === 'manage' && subject.kind === 'accounts')
    );
  switch (subject.kind) {
    case 'obligation':
      if (action === 'release') return ofBodies(actor, subject.bodies) && OFFICERS.includes(actor.role);
      if (OF_THE_OWING.has(action)) return answers(actor, subject);
      return OF_THE_REVIEWER.has(action) && reviews(actor, subject);
    case 'campaign':
      if (action === 'inspect') return ofBodies(actor, subject.bodies);
      return OF_THE_LAUNCHER.has(action) && ofBodies(actor, subject.bodies) && OFFICERS.includes(actor.role);
    case 'preparation':
      return OF_THE_PREPARER.has(action) && subject.units.includes(actor.unit) && OFFICERS.includes(actor.role);
    case 'session':
      return (action === 'open' || action === 'postpone') && actor.post === subject.secretary;
    case 'unit':
      return KEPT_BY_A_UNIT.has(action) && actor.unit === subject.unit && OFFICERS.includes(actor.role);
    default:
      return false;
  }
}

type Owed = Extract<Subject, { kind: 'obligation' }>;

/** Where one named post answers (a council member's vote), nobody else of the unit does. */
function answers({ post, unit, role }: SignedIn, { answeringUnit, answeringPost }: Owed): boolean {
  if (answeringPost !== undefined) return post === answeringPost;
  return unit === answeringUnit && OFFICERS.includes(role);
}

/** The collecting unit, or the head of a unit above the owing one. Nobody judges the work of their own unit. */
function reviews({ unit, role }: SignedIn, { receiver, ancestors, answeringUnit }: Owed): boolean {
  if (unit === answeringUnit) return false;
  return (unit === receiver && OFFICERS.includes(role)) || (ancestors.includes(unit) && role === 'head');
}

function mayRead(actor: SignedIn, subject: Subject): boolean {
  if (isAdministrator(actor)) return true;
  const { unit } = actor;
  switch (subject.kind) {
    case 'obligation': {
      const { answeringPost, answeringUnit, receiver, ancestors, bodies } = subject;
      // a named post's paper is its own: the rest of the council does not read a member's vote
      if (answeringPost !== undefined) return actor.post === answeringPost || ofBodies(actor, bodies);
      return [subject.subject, answeringUnit, receiver, ...ancestors].includes(unit) || ofBodies(actor, bodies);
    }
    case 'campaign':
      return ofBodies(actor, subject.bodies) || actor.above.includes(subject.bodies.launchingUnit);
    case 'round':
      return unit === subject.collector || subject.aboveCollector.includes(unit) || ofBodies(actor, subject.bodies);
    case 'preparation':
      return subject.units.includes(unit);
    case 'session':
      return ofBodies(actor, subject.bodies) || [subject.secretary, ...subject.members].includes(actor.post);
    case 'unit':
      return unit === subject.unit || subject.above.includes(unit) || actor.above.includes(subject.unit);
    case 'accounts':
    case 'engine':
      return false;
  }
}

/** Whether a reader sees all of a campaign, and not only what touches the own subtree. */
export const seesAll = (actor: SignedIn, bodies: CampaignBodies): boolean =>
  isAdministrator(actor) || ofBodies(actor, bodies);

/** The body that launched the campaign and the one that looks after it. */
const ofBodies = ({ unit }: SignedIn, { launchingUnit, standingBody }: CampaignBodies): boolean =>
  unit === launchingUnit || unit === standingBody;
