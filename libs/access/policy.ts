import type { CampaignPlan, DifficultyCommand, Obligation, ObligationCommand, Refusal } from '#libs/domain';
import { isAdministrator, type Reader, type SignedIn } from './actor.js';
import { notAllowed } from './refusals.js';

type CampaignAction = 'draft' | 'launch' | 'suspend' | 'resume' | 'cancel' | 'preview' | 'nudge';
/** `enter`: type for a unit without accounts. */
type ObligationAction = ObligationCommand['type'] | DifficultyCommand['type'] | 'autosave' | 'enter' | 'raise_again';
type SessionAction = 'open' | 'postpone';
type PreparationAction = 'prepare' | 'launch';
/** A letter that urges; the Word templates and the indicators of one's own office. */
type LetterAction = 'urge' | 'keep_template' | 'keep_indicator';
/** Invite, disable, end sign-ins. */
type AccountAction = 'manage';
export type Action =
  'read' | CampaignAction | ObligationAction | SessionAction | PreparationAction | LetterAction | AccountAction;

export type CampaignBodies = Pick<CampaignPlan, 'launchingUnit' | 'standingBody'>;

/** What is acted on or read, reduced to the facts that decide. */
export type Subject =
  | ({
      kind: 'obligation';
      bodies: CampaignBodies;
    } & Pick<Obligation, 'subject' | 'answeringUnit' | 'answeringPost' | 'receiver' | 'ancestors' | 'difficulty'>)
  | { kind: 'campaign'; bodies: CampaignBodies }
  | { kind: 'round'; bodies: CampaignBodies; collector: string; aboveCollector: readonly string[] }
  | { kind: 'session'; bodies: CampaignBodies; secretary: string; members: readonly string[] }
  /** `units`: the launching and the standing body, or before they are known the unit that began it. */
  | { kind: 'preparation'; units: readonly string[] }
  | { kind: 'unit'; unit: string; above: readonly string[] }
  | { kind: 'accounts' };

const OF_THE_OWING = new Set<Action>(['submit', 'withdraw', 'request_extension', 'declare_delay', 'autosave']);
/** What who owes an answer does with a difficulty. */
const OF_THE_OWNER = new Set<Action>(['answer', 'decline', 'forward']);
/** What who raised a difficulty does with it and its answer. */
const OF_THE_RAISER = new Set<Action>(['retract', 'resolve', 'raise_again']);
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
      (action === 'nudge' && subject.kind === 'campaign') ||
      (action === 'manage' && subject.kind === 'accounts')
    );
  switch (subject.kind) {
    case 'obligation':
      if (action === 'release') return ofBodies(actor, subject.bodies) && OFFICERS.includes(actor.role);
      if (OF_THE_OWING.has(action)) return answers(actor, subject);
      if (OF_THE_OWNER.has(action)) return answers(actor, subject) || hasHad(actor, subject);
      if (OF_THE_RAISER.has(action)) return actor.unit === subject.subject && OFFICERS.includes(actor.role);
      return OF_THE_REVIEWER.has(action) && reviews(actor, subject);
    case 'campaign':
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

/**
 * Who has forwarded a difficulty reads on, and passes the door: a repeated command gets its receipt again, and any other is told who owes the
 * answer now.
 */
const hasHad = ({ unit, role }: SignedIn, { difficulty }: Owed): boolean =>
  OFFICERS.includes(role) && (difficulty?.owners.some((owner) => owner.unit === unit) ?? false);

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
      const near = [subject.subject, answeringUnit, receiver, ...ancestors].includes(unit);
      return near || hasHad(actor, subject) || ofBodies(actor, bodies);
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
      return false;
  }
}

/** Whether a reader sees all of a campaign, and not only what touches the own subtree. */
export const seesAll = (actor: SignedIn, bodies: CampaignBodies): boolean =>
  isAdministrator(actor) || ofBodies(actor, bodies);

/** The body that launched the campaign and the one that looks after it. */
const ofBodies = ({ unit }: SignedIn, { launchingUnit, standingBody }: CampaignBodies): boolean =>
  unit === launchingUnit || unit === standingBody;
