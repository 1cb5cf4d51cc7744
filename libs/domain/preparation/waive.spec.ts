import { isRefusal } from '../lifecycle/refusal.js';
import type { GateItem } from './gate/gate.types.js';
import type { Preparation } from './preparation.types.js';
import { waive, withdrawWaiver } from './waive.js';
import { mayWaive, type WaiverRank } from './waiver-rights.js';

const bodies = { launching: 'td', standing: 'td-pnv', office: 'td-vp', chair: 'td:chair' };
const post = (id: string) => ({ post: id, unit: id.split(':')[0]!, role: id.split(':')[1]!, person: null });
const AT = '2023-06-01T02:00:00.000Z';

const preparation: Preparation = {
  source: 'x',
  reading: null,
  copied: null,
  answers: { bodies },
  confirmations: [],
  waivers: [],
  parent: null,
};
const item = (id: string, waivableBy: WaiverRank | null, waiver: GateItem['waiver'] = null): GateItem => ({
  id,
  kind: 'defect',
  field: null,
  text: id,
  severity: waivableBy ? 'waivable' : 'must',
  waivableBy,
  waivableByText: 'ai được',
  proposal: null,
  evidence: null,
  waiver,
  open: waiver === null,
});

describe('who may waive', () => {
  it.each<[WaiverRank, string[]]>([
    ['officer', ['td-pnv:focal', 'td-pnv:head', 'td:head', 'td:chair']],
    ['head', ['td-pnv:head', 'td:head', 'td:chair']],
    ['chair', ['td:chair']],
  ])('%s', (rank, expected) => {
    const posts = [
      'td-pnv:focal',
      'td-pnv:head',
      'td:head',
      'td:chair',
      'td-vp:head',
      'tb:chair',
      'td:administrator',
      'td-pnv:member',
    ];
    expect(posts.filter((id) => mayWaive(rank, post(id), bodies))).toEqual(expected);
  });

  it('nobody, while the bodies are not known', () => {
    expect((['officer', 'head', 'chair'] as const).some((rank) => mayWaive(rank, post('td:chair'), {}))).toBe(false);
  });
});

describe('a waiver', () => {
  const items = [item('defect:a', 'head'), item('unanswered:end', null)];
  const said = { item: 'defect:a', reason: 'bản nháp' };

  it('carries reason, post and time, and is kept when it is withdrawn', () => {
    const waivers = waive(preparation, items, said, post('td-pnv:head'), AT);
    if (isRefusal(waivers)) throw new Error(waivers.reason);
    expect(waivers).toEqual([{ ...said, by: 'td-pnv:head', person: null, at: AT, withdrawn: null }]);
    const standing = [item('defect:a', 'head', waivers[0])];
    const withdrawn = withdrawWaiver({ ...preparation, waivers }, standing, 'defect:a', post('td:chair'), 'later');
    expect(withdrawn).toEqual([{ ...waivers[0]!, withdrawn: { by: 'td:chair', at: 'later' } }]);
    const again = withdrawWaiver(
      { ...preparation, waivers: withdrawn as never },
      items,
      'defect:a',
      post('td:chair'),
      'later',
    );
    expect(again).toMatchObject({ refused: true, code: 'preparation-not-waived' });
  });

  it.each([
    ['waiver-not-yours', said, 'td-pnv:focal'],
    ['preparation-cannot-waive', { item: 'unanswered:end', reason: 'để sau' }, 'td:chair'],
    ['preparation-unknown-item', { item: 'defect:b', reason: 'để sau' }, 'td:chair'],
  ])('%s', (code, wish, who) => {
    expect(waive(preparation, items, wish, post(who), AT)).toMatchObject({ refused: true, code });
  });

  it('is not given twice', () => {
    const waiver = { ...said, by: 'td:chair', person: null, at: AT, withdrawn: null };
    const refusal = waive(preparation, [item('defect:a', 'head', waiver)], said, post('td:chair'), AT);
    expect(refusal).toMatchObject({ code: 'preparation-waived-before' });
  });
});
