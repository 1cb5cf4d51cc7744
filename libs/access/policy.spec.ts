import type { SignedIn } from './actor.js';
import { may } from './may.js';
import type { Action, Subject } from './policy.js';

const bodies = { launchingUnit: 'ta', standingBody: 'ta-office' };
const actor = (post: string, role: string, above: string[] = ['ta']): SignedIn => ({
  person: null,
  post,
  unit: post.split(':')[0]!,
  role,
  above,
});
const owed: Subject = {
  kind: 'obligation',
  bodies,
  subject: 'ta-x1',
  answeringUnit: 'ta-x1',
  receiver: 'ta-office',
  ancestors: ['ta'],
};
const vote: Subject = {
  ...owed,
  subject: 'ta-council',
  answeringUnit: 'ta-council',
  answeringPost: 'ta-council:member-1',
};
const campaign: Subject = { kind: 'campaign', bodies };
const preparation: Subject = { kind: 'preparation', owner: 'ta-office', launchingUnit: null, standingBody: null };
const session: Subject = { kind: 'session', bodies, secretary: 'ta-office:focal', members: ['ta-council:member-1'] };

const focal = actor('ta-x1:focal', 'focal');
const office = actor('ta-office:focal', 'focal');
const districtHead = actor('ta:head', 'head', []);
const districtFocal = actor('ta:focal', 'focal', []);
const stranger = actor('tb-x1:focal', 'focal', ['tb']);
const administrator = actor('ta:administrator', 'administrator', []);
const member = actor('ta-council:member-1', 'member');

const allowed = (who: SignedIn, action: Action, subject: Subject): boolean => may(who, action, subject) === null;

describe('who may act', () => {
  const ownActs: Action[] = ['submit', 'withdraw', 'request_extension', 'declare_delay', 'autosave'];
  const reviewActs: Action[] = [
    'receive',
    'accept',
    'return',
    'reopen',
    'decide_extension',
    'extend',
    'escalate',
    'excuse',
  ];

  it.each(ownActs)('%s: the owing unit and nobody else', (action) => {
    expect([focal, office, districtHead, stranger, administrator].filter((who) => allowed(who, action, owed))).toEqual([
      focal,
    ]);
  });

  it.each(reviewActs)('%s: the collecting unit, or the head of a unit above', (action) => {
    const may = [focal, office, districtHead, districtFocal, stranger, administrator].filter((who) =>
      allowed(who, action, owed),
    );
    expect(may).toEqual([office, districtHead]);
  });

  it('attach: whoever owes, and whoever may enter the paper for a unit without accounts', () => {
    const all = [focal, office, districtHead, districtFocal, stranger, administrator, member];
    const who = (action: Action) => all.filter((one) => allowed(one, action, owed));
    expect(who('attach')).toEqual([focal, ...who('enter')]);
    expect(who('enter')).toEqual([office, districtHead]);
  });

  it('lets nobody judge the work of their own unit, even where it collects from itself', () => {
    expect(allowed(focal, 'accept', { ...owed, receiver: 'ta-x1' })).toBe(false);
  });

  it('an answer to a difficulty: given by who owes it, taken back or raised again by who raised it', () => {
    const answer: Subject = { ...owed, subject: 'ta-x1', answeringUnit: 'ta-office', receiver: 'ta' };
    const all = [focal, office, districtHead, stranger, administrator, member];
    const who = (action: Action) => all.filter((one) => allowed(one, action, answer));
    for (const action of ['answer', 'decline', 'forward'] as const) expect(who(action)).toEqual([office]);
    for (const action of ['retract', 'resolve', 'raise_again'] as const) expect(who(action)).toEqual([focal]);
    expect(who('read')).toEqual([focal, office, districtHead, administrator]);
    // forwarded from a department of another branch: it reads on, and its repeated command passes the door
    const difficulty = { owners: [{ unit: 'tb-x1' }, { unit: 'ta-office' }] } as never;
    expect(may(stranger, 'read', { ...answer, difficulty })).toBeNull();
    expect(may(stranger, 'forward', { ...answer, difficulty })).toBeNull();
    expect(may(stranger, 'retract', { ...answer, difficulty })).not.toBeNull();
  });

  it('leaves a vote to the very post that was named', () => {
    expect(allowed(member, 'submit', vote)).toBe(true);
    expect(allowed(actor('ta-council:member-2', 'member'), 'submit', vote)).toBe(false);
    expect(allowed(actor('ta-council:head', 'head'), 'submit', vote)).toBe(false);
  });

  it.each(['draft', 'launch', 'suspend', 'resume', 'cancel', 'preview', 'extend'] as const)(
    '%s: the launching unit and the standing body',
    (action) => {
      expect(
        [focal, office, districtHead, stranger, administrator].filter((who) => allowed(who, action, campaign)),
      ).toEqual([office, districtHead]);
      expect(allowed(actor('ta:chair', 'chair', []), action, campaign)).toBe(true);
    },
  );

  it('leaves a preparation to the officers of its bodies', () => {
    const all = [focal, office, districtHead, stranger, administrator, actor('ta-office:member', 'member')];
    expect(all.filter((who) => allowed(who, 'prepare', preparation))).toEqual([office]);
    expect(
      all.filter((who) => allowed(who, 'launch', { ...preparation, launchingUnit: 'ta', standingBody: 'ta-office' })),
    ).toEqual([office, districtHead]);
    expect(allowed(office, 'suspend', preparation)).toBe(false);
  });

  it('leaves the opening of a session to its secretary', () => {
    expect([office, districtHead, member].filter((who) => allowed(who, 'open', session))).toEqual([office]);
  });

  it('leaves accounts to the administrator', () => {
    const all = [focal, office, districtHead, stranger, administrator, member];
    expect(all.filter((who) => allowed(who, 'manage', { kind: 'accounts' }))).toEqual([administrator]);
    expect(all.filter((who) => allowed(who, 'read', { kind: 'accounts' }))).toEqual([administrator]);
  });

  it('refuses an action on what it does not belong to, and unknown actions', () => {
    expect(allowed(office, 'submit', campaign)).toBe(false);
    expect(allowed(office, 'launch', owed)).toBe(false);
    expect(allowed(office, 'burn' as Action, campaign)).toBe(false);
  });

  it('refuses in words', () => {
    expect(may(stranger, 'accept', owed)).toMatchObject({
      code: 'not-allowed',
      reason: 'Chức danh “tb-x1:focal” không có quyền duyệt việc này.',
    });
  });
});

describe('who may read', () => {
  const readers = (subject: Subject) =>
    [focal, office, districtHead, stranger, administrator, member].filter((who) => allowed(who, 'read', subject));

  it('an obligation: its units, the ones above, the bodies of the campaign, the administrator', () => {
    expect(readers(owed)).toEqual([focal, office, districtHead, administrator]);
  });

  it('a vote: the member, the bodies of the campaign and the administrator', () => {
    expect(readers(vote)).toEqual([office, districtHead, administrator, member]);
  });

  it('how a member voted: the member alone, not the bodies, not the administrator, not where development shows everything', () => {
    const everybody = [focal, office, districtHead, districtFocal, stranger, administrator, member];
    expect(everybody.filter((who) => allowed(who, 'see_ballot', vote))).toEqual([member]);
    expect(may('everyone', 'see_ballot', vote)).not.toBeNull();
  });

  it('a campaign: every unit below the launching one', () => {
    expect(readers(campaign)).toEqual([focal, office, districtHead, administrator, member]);
  });

  it('workflows and their records: the administrator alone, who alone mends them', () => {
    const engine: Subject = { kind: 'engine' };
    expect(readers(engine)).toEqual([administrator]);
    const everybody = [focal, office, districtHead, stranger, administrator, member];
    expect(everybody.filter((who) => allowed(who, 'repair', engine))).toEqual([administrator]);
  });

  it('all of a campaign’s history: the bodies that lead it, and the administrator', () => {
    const everybody = [focal, office, districtHead, districtFocal, stranger, administrator, member];
    const inspectors = everybody.filter((who) => allowed(who, 'inspect', campaign));
    expect(inspectors).toEqual([office, districtHead, districtFocal, administrator]);
    expect(allowed(administrator, 'cancel', campaign)).toBe(false);
  });

  it('a preparation: its bodies and the administrator', () => {
    expect(readers(preparation)).toEqual([office, administrator]);
  });

  it('everybody reads and nobody acts where development shows everything', () => {
    expect(may('everyone', 'read', owed)).toBeNull();
    expect(may('everyone', 'submit', owed)).not.toBeNull();
  });
});
