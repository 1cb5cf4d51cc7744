import fc from 'fast-check';
import { isRefusal } from '../lifecycle/refusal.js';
import type { Covenant, CovenantContent, Party } from './covenant.types.js';
import { covenantDiff } from './parts.js';
import { propose, type CovenantChange } from './propose.js';
import { decline, sign } from './sign.js';
import { missingOf, signaturesOf, versionOf } from './standing.js';

const UNITS = ['cum-a', 'cum-b', 'cum-c'];
const AT = new Date('2023-02-10T02:00:00Z');
const blank: Covenant = {
  ...{ _id: 'c.covenant.cluster-covenant.x', campaign: 'c', step: 'covenant', title: 'Giao ước thi đua' },
  ...{ signatories: UNITS.map((unit) => ({ obligation: `c.covenant.covenant.${unit}.main`, unit })) },
  ...{ state: 'unwritten', versions: [], signatures: [], declined: [] },
};
const content = (value: number): CovenantContent => ({
  text: 'Các bên cam kết.',
  parties: UNITS.map((unit) => ({ unit, pledges: [{ target: 'T1', assigned: 10, value }] })),
});
const hashOf = (n: number, value: number): string => `${n}/${value}`;
const head = (unit: string): Party => ({ unit, post: `${unit}:head`, person: `person of ${unit}`, role: 'head' });
const apply = (covenant: Covenant, change: CovenantChange): Covenant => ({ ...covenant, ...change.next });
const write = (covenant: Covenant, value: number, seen = versionOf(covenant)?.n ?? 0) => {
  const hash = hashOf(seen + 1, value);
  return propose(covenant, { content: content(value), hash, seen, ground: 'changed', by: head('cum-a'), at: AT });
};
const done = (covenant: Covenant, change: ReturnType<typeof write>): Covenant => {
  if (change.refused) throw new Error(change.reason);
  return apply(covenant, change);
};
const signAll = (covenant: Covenant, units = UNITS): Covenant =>
  units.reduce((so, unit) => done(so, sign(so, { party: head(unit), hash: versionOf(so)!.hash, at: AT })), covenant);

describe('a covenant of a cluster', () => {
  it('is complete only when all have signed the text that stands', () => {
    const first = done(blank, write(blank, 10));
    expect([first.state, missingOf(first)]).toEqual(['signing', UNITS]);
    const two = signAll(first, ['cum-a', 'cum-b']);
    expect([two.state, missingOf(two), versionOf(two)!.completedAt]).toEqual(['signing', ['cum-c'], null]);
    const all = signAll(two, ['cum-c']);
    expect([all.state, missingOf(all), versionOf(all)!.completedAt]).toEqual(['complete', [], AT]);
  });

  it('needs every signature again after another text, and keeps the old ones with the text they were for', () => {
    const second = (covenant: Covenant) => done(covenant, write(covenant, 11));
    const complete = signAll(done(blank, write(blank, 10)));
    const again = second(complete);
    expect([again.state, missingOf(again)]).toEqual(['signing', UNITS]);
    expect(signaturesOf(again, 1)).toHaveLength(3);
    expect(again.versions.map(({ ground, completedAt }) => [ground, completedAt])).toEqual([
      ['first', AT],
      ['changed', null],
    ]);
    expect(covenantDiff(again.versions[0]!.content, again.versions[1]!.content)).toMatchObject(
      UNITS.map((unit) => ({ path: `${unit}.T1`, was: { value: 10 }, now: { value: 11 } })),
    );
    const old = sign(again, { party: head('cum-a'), hash: hashOf(1, 10), at: AT });
    expect(old).toMatchObject({ refused: true, code: 'covenant-other-text' });
  });

  it('is signed by heads, once for each party, by a person of its own', () => {
    const one = signAll(done(blank, write(blank, 10)), ['cum-a']);
    const { hash } = versionOf(one)!;
    const code = (party: Party, to = hash, covenant = one) => {
      const signed = sign(covenant, { party, hash: to, at: AT });
      return isRefusal(signed) ? signed.code : 'signed';
    };
    expect(code(head('cum-a'))).toBe('covenant-signed-already');
    expect(code({ ...head('cum-b'), person: 'person of cum-a' })).toBe('covenant-same-person');
    expect(code({ ...head('cum-b'), role: 'focal' })).toBe('covenant-head-signs');
    expect(code(head('elsewhere'))).toBe('covenant-not-party');
    expect(code(head('cum-b'), hash, blank)).toBe('covenant-unwritten');
    // two posts without holders are two signers
    expect(code({ ...head('cum-b'), person: null })).toBe('signed');
  });

  it('who declines says why, still owes a signature, and may give it after all', () => {
    const first = done(blank, write(blank, 10));
    const { hash } = versionOf(first)!;
    const note = { id: 'n1', hash: 'h' };
    const declined = done(first, decline(first, { party: head('cum-b'), hash, note, at: AT }));
    expect([declined.state, missingOf(declined)]).toEqual(['signing', UNITS]);
    expect(declined.declined).toMatchObject([{ unit: 'cum-b', version: 1, note: 'n1' }]);
    const all = signAll(declined);
    expect(all.state).toBe('complete');
    expect(decline(all, { party: head('cum-b'), hash, note, at: AT })).toMatchObject({
      code: 'covenant-signed-already',
    });
  });

  it('refuses a text over one that was not seen, the same text, and one without parties', () => {
    const first = done(blank, write(blank, 10));
    expect(write(first, 11, 0)).toMatchObject({ code: 'covenant-changed' });
    expect(write(first, 10)).toMatchObject({ code: 'covenant-same' });
    const nobody = { content: { text: 'x', parties: [] }, hash: 'h', seen: 1, ground: 'changed' as const };
    expect(propose(first, { ...nobody, by: head('cum-a'), at: AT })).toMatchObject({
      code: 'covenant-without-parties',
    });
  });

  it('in whatever order things come: complete exactly when all signed, completed once a version, nothing taken away', () => {
    const act = fc.oneof(
      {
        weight: 1,
        arbitrary: fc.record({ act: fc.constant('write' as const), value: fc.integer({ min: 1, max: 3 }) }),
      },
      {
        weight: 6,
        arbitrary: fc.record({
          ...{ act: fc.constantFrom('sign' as const, 'decline' as const), unit: fc.constantFrom(...UNITS) },
          stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        }),
      },
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let covenant = blank;
        const completed = new Map<number, number>();
        for (const one of acts) {
          const standing = versionOf(covenant);
          const before = covenant;
          let change: CovenantChange | { refused: true };
          if (one.act === 'write') change = write(covenant, one.value);
          else {
            const hash = one.stale ? 'another' : (standing?.hash ?? '');
            const party = head(one.unit);
            change =
              one.act === 'sign'
                ? sign(covenant, { party, hash, at: AT })
                : decline(covenant, { party, hash, note: { id: 'n', hash: 'h' }, at: AT });
          }
          if (change.refused) continue;
          covenant = apply(covenant, change);
          const n = versionOf(covenant)!.n;
          for (const { type } of change.events)
            if (type === 'covenant_completed') completed.set(n, (completed.get(n) ?? 0) + 1);
          const texts = covenant.versions.map(({ hash, content: text }) => ({ hash, text }));
          expect(texts.slice(0, before.versions.length)).toEqual(
            before.versions.map(({ hash, content: text }) => ({ hash, text })),
          );
          expect(covenant.signatures.slice(0, before.signatures.length)).toEqual(before.signatures);
        }
        const standing = versionOf(covenant);
        const signed = signaturesOf(covenant, standing?.n ?? 0).map(({ unit }) => unit);
        expect(new Set(signed).size).toBe(signed.length);
        expect(covenant.state === 'complete').toBe(standing !== undefined && signed.length === UNITS.length);
        for (const { n, completedAt } of covenant.versions)
          expect(completed.get(n) ?? 0).toBe(completedAt === null ? 0 : 1);
        for (const { version, hash } of covenant.signatures)
          expect(covenant.versions.find(({ n }) => n === version)!.hash).toBe(hash);
      }),
      { numRuns: 300 },
    );
  });
});
