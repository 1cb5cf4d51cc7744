import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contents, paperView } from '#libs/contracts/http/index.js';
import { FORM_OF, hasForm, kindFacts, type ObligationKind } from '#libs/domain';

const kinds = Object.keys(kindFacts) as ObligationKind[];
const of = (form: string): ObligationKind[] => kinds.filter((kind) => FORM_OF[kind] === form);
const source = (path: string): string => readFileSync(join(process.cwd(), 'apps/web/src', path), 'utf8');

describe('no kind of work leads to a dead end', () => {
  it('each has a form', () => {
    expect(kinds.length).toBeGreaterThan(15);
    expect(kinds.filter((kind) => FORM_OF[kind] === undefined)).toEqual([]);
  });

  it('a report has a form of figures, a paper is asked for and taken by the API', () => {
    expect(kinds.filter((kind) => hasForm({ kind }))).toEqual(of('report'));
    const asked = paperView.options.map(({ shape }) => shape.kind.value);
    expect([...asked].sort()).toEqual(of('paper').sort());
    expect(kinds.filter((kind) => kind !== 'answer').filter((kind) => !(kind in contents))).toEqual([]);
  });

  it('every form stands at an address of the console', () => {
    const pages = /PAGES = (\{[^}]+\})/.exec(source('paper/papers.ts'))![1]!;
    const routes = [...source('router.tsx').matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
    for (const form of new Set(Object.values(FORM_OF))) {
      const [, page] = new RegExp(`${form}: '([^']+)'`).exec(pages) ?? [];
      expect([form, routes.includes(page)]).toEqual([form, true]);
    }
  });
});
