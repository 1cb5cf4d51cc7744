import type { CampaignPlan, Obligation, ObligationCommand } from '#libs/domain';
import type { SignedIn } from './actor.js';

type CampaignAction = 'draft' | 'launch' | 'suspend' | 'resume' | 'cancel' | 'preview' | 'nudge';
/** `enter`: type for a unit without accounts. */
type ObligationAction = ObligationCommand['type'] | 'autosave' | 'enter';
type SessionAction = 'open' | 'postpone';
type PreparationAction = 'prepare' | 'launch';
/** A letter that urges; the Word templates and the indicators of one's own office. */
type LetterAction = 'urge' | 'keep_template' | 'keep_indicator';
/** Invite, disable, end sign-ins. */
type AccountAction = 'manage';
/** `survey`: see all of it and not only one's own part; `review`: have it in one's queue; `answer`: have it on one's list. */
type SeeingAction = 'read' | 'survey' | 'review' | 'answer';
export type Action =
  SeeingAction | CampaignAction | ObligationAction | SessionAction | PreparationAction | LetterAction | AccountAction;

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
  /** The unit that began it leads it until one of its bodies is known. */
  | { kind: 'preparation'; owner: string; launchingUnit: string | null; standingBody: string | null }
  | { kind: 'unit'; unit: string; above: readonly string[] }
  /** Units of the posts it was written to. */
  | { kind: 'mail'; units: readonly string[] }
  | { kind: 'accounts' };

export type Kind = Subject['kind'];

/** Operators that the matcher and the database read alike (test/store/readable.spec.ts). A value alone: is it, or holds it as a list. */
type Test = string | null | { $in: readonly string[] } | { $ne: string } | { $exists: boolean };
type FactOf<K extends Kind> = Extract<Subject, { kind: K }>;
type Fact<K extends Kind> =
  | Exclude<keyof FactOf<K> & string, 'kind' | 'bodies'>
  | (FactOf<K> extends { bodies: unknown } ? 'bodies.launchingUnit' | 'bodies.standingBody' : never);
/** All of it must hold. */
export type Conditions<K extends Kind = Kind> = Partial<Record<Fact<K>, Test>>;

/** Allows where one of the alternatives holds. Nothing forbids: what no rule allows is refused. */
export type Can<K extends Kind> = (actions: Action | readonly Action[], ...alternatives: Conditions<K>[]) => void;

const OFFICERS = ['focal', 'head', 'chair'];
const OWING: Action[] = ['submit', 'withdraw', 'request_extension', 'declare_delay', 'autosave'];
const REVIEWING: Action[] = [
  ...(['receive', 'accept', 'return', 'reopen', 'decide_extension', 'extend'] as const),
  ...(['escalate', 'amend', 'excuse', 'enter', 'urge'] as const),
];
const LAUNCHING: Action[] = [
  ...(['draft', 'launch', 'suspend', 'resume', 'cancel'] as const),
  ...(['urge', 'preview', 'nudge', 'extend'] as const),
];
const PREPARING: Action[] = ['prepare', 'launch'];
const KEEPING: Action[] = ['keep_template', 'keep_indicator'];

/** A post that is nobody's own: where one named post answers (a council member's vote), nobody else of the unit does. */
const OF_THE_UNIT = { answeringPost: { $exists: false } };

/** The body that launched the campaign and the one that looks after it. */
const ofBodies = (unit: string) => [{ 'bodies.launchingUnit': unit }, { 'bodies.standingBody': unit }] as const;

/**
 * Who may do what, by kind of subject: the one policy of pages, commands, lists, exports, files and mail. What is not allowed here is
 * refused. A new kind is one entry. The administrator is not here: see `abilityOf`.
 */
export const POLICY: { [K in Kind]: (can: Can<K>, actor: SignedIn) => void } = {
  obligation(can, { unit, post, role }) {
    const officer = OFFICERS.includes(role);
    can('answer', { answeringPost: post }, { ...OF_THE_UNIT, answeringUnit: unit });
    can(OWING, { answeringPost: post });
    if (officer) can(OWING, { ...OF_THE_UNIT, answeringUnit: unit });
    // the collecting unit, or the head of a unit above the owing one; nobody judges the work of their own unit
    const collects = { receiver: unit, answeringUnit: { $ne: unit } };
    can('review', collects);
    if (officer) can(REVIEWING, collects);
    if (role === 'head') can(REVIEWING, { ancestors: unit, answeringUnit: { $ne: unit } });
    if (officer) can('release', ...ofBodies(unit));
    // a named post's paper is its own: the rest of the council does not read a member's vote
    for (const near of [{ subject: unit }, { answeringUnit: unit }, { receiver: unit }, { ancestors: unit }])
      can('read', { ...OF_THE_UNIT, ...near });
    can('read', { answeringPost: post }, ...ofBodies(unit));
  },
  campaign(can, { unit, role, above }) {
    if (OFFICERS.includes(role)) can(LAUNCHING, ...ofBodies(unit));
    can('survey', ...ofBodies(unit));
    can('read', ...ofBodies(unit), { 'bodies.launchingUnit': { $in: above } });
  },
  round(can, { unit }) {
    can('read', { collector: unit }, { aboveCollector: unit }, ...ofBodies(unit));
  },
  session(can, { unit, post }) {
    can(['open', 'postpone'], { secretary: post });
    can('read', { secretary: post }, { members: post }, ...ofBodies(unit));
  },
  preparation(can, { unit, role }) {
    const ours: Conditions<'preparation'>[] = [
      { launchingUnit: unit },
      { standingBody: unit },
      { launchingUnit: null, standingBody: null, owner: unit },
    ];
    can('read', ...ours);
    if (OFFICERS.includes(role)) can(PREPARING, ...ours);
  },
  unit(can, { unit, role, above }) {
    if (OFFICERS.includes(role)) can(KEEPING, { unit });
    can('survey', { unit }, { above: unit });
    can('read', { unit }, { above: unit }, { unit: { $in: above } });
  },
  mail(can, { unit }) {
    can('read', { units: unit });
  },
  accounts() {
    // the administrator's alone
  },
};
