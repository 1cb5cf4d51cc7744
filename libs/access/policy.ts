import type { CampaignPlan, DifficultyCommand, Obligation, ObligationCommand } from '#libs/domain';
import type { SignedIn } from './actor.js';

/** `inspect`: all of its history, mails and their fate included. */
type CampaignAction = 'draft' | 'launch' | 'suspend' | 'resume' | 'cancel' | 'preview' | 'nudge' | 'inspect';
/** `enter`: type for a unit without accounts; `attach`: send the files of a paper, one's own or one that is entered. */
type ObligationAction =
  ObligationCommand['type'] | DifficultyCommand['type'] | 'autosave' | 'enter' | 'attach' | 'raise_again';
type SessionAction = 'open' | 'postpone';
type PreparationAction = 'prepare' | 'launch';
/** A letter that urges; the Word templates and the indicators of one's own office. */
type LetterAction = 'urge' | 'keep_template' | 'keep_indicator';
/** Invite, disable, end sign-ins. */
type AccountAction = 'manage';
/** Wake, restart and retry workflows; mend what the reconciler finds. */
type EngineAction = 'repair';
/**
 * `survey`: see all of it and not only one's own part; `review`: have it in one's queue; `owe`: have it on one's list; `see_ballot`: how a
 * member voted, not only that they did.
 */
type SeeingAction = 'read' | 'survey' | 'review' | 'owe' | 'see_ballot';
export type Action =
  | SeeingAction
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
      /** Units that have owed the answer to it, one after the other. */
      difficulty?: { owners: readonly { unit: string }[] } | undefined;
    } & Pick<Obligation, 'subject' | 'answeringUnit' | 'answeringPost' | 'receiver' | 'ancestors'>)
  | { kind: 'campaign'; bodies: CampaignBodies }
  | { kind: 'round'; bodies: CampaignBodies; collector: string; aboveCollector: readonly string[] }
  | { kind: 'session'; bodies: CampaignBodies; secretary: string; members: readonly string[] }
  /** The unit that began it leads it until one of its bodies is known. */
  | { kind: 'preparation'; owner: string; launchingUnit: string | null; standingBody: string | null }
  | { kind: 'unit'; unit: string; above: readonly string[] }
  /** Units of the posts it was written to. */
  | { kind: 'mail'; units: readonly string[] }
  | { kind: 'accounts' }
  /** Workflows and their records: of the administrators. */
  | { kind: 'engine' };

export type Kind = Subject['kind'];

/** Operators that the matcher and the database read alike (test/store/readable.spec.ts). A value alone: is it, or holds it as a list. */
type Test = string | null | { $in: readonly string[] } | { $ne: string } | { $exists: boolean };
type FactOf<K extends Kind> = Extract<Subject, { kind: K }>;
type Fact<K extends Kind> =
  | Exclude<keyof FactOf<K> & string, 'kind' | 'bodies' | 'difficulty'>
  | (FactOf<K> extends { difficulty?: unknown } ? 'difficulty.owners.unit' : never)
  | (FactOf<K> extends { bodies: unknown } ? 'bodies.launchingUnit' | 'bodies.standingBody' : never);
/** All of it must hold. */
export type Conditions<K extends Kind = Kind> = Partial<Record<Fact<K>, Test>>;

/** Allows where one of the alternatives holds. Nothing forbids: what no rule allows is refused. */
export type Can<K extends Kind> = (actions: Action | readonly Action[], ...alternatives: Conditions<K>[]) => void;

const OFFICERS = ['focal', 'head', 'chair'];
const OWING: Action[] = ['submit', 'withdraw', 'request_extension', 'declare_delay', 'autosave', 'attach'];
/** What who owes an answer does with a difficulty; and what who raised it does with it and its answer. */
const ANSWERING: Action[] = ['answer', 'decline', 'forward'];
const RAISING: Action[] = ['retract', 'resolve', 'raise_again'];
const REVIEWING: Action[] = [
  ...(['receive', 'accept', 'return', 'reopen', 'decide_extension', 'extend'] as const),
  ...(['escalate', 'amend', 'excuse', 'enter', 'attach', 'urge'] as const),
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
    can('owe', { answeringPost: post }, { ...OF_THE_UNIT, answeringUnit: unit });
    can([...OWING, ...ANSWERING], { answeringPost: post });
    if (officer) can([...OWING, ...ANSWERING], { ...OF_THE_UNIT, answeringUnit: unit });
    // who has forwarded a difficulty reads on, and a repeated command gets its receipt again
    const had = { ...OF_THE_UNIT, 'difficulty.owners.unit': unit };
    if (officer) can(['read', ...ANSWERING], had);
    if (officer) can(RAISING, { subject: unit });
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
    // a ballot may be secret (NĐ 91/2017 asks it of some): who leads the campaign sees that it was cast, nobody but the member how
    can('see_ballot', { answeringPost: post });
  },
  campaign(can, { unit, role, above }) {
    if (OFFICERS.includes(role)) can(LAUNCHING, ...ofBodies(unit));
    can(['survey', 'inspect'], ...ofBodies(unit));
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
  engine() {
    // the administrator's alone
  },
};
