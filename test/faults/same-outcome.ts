import type { Outcome } from '../../apps/cli/src/demo/outcome.js';

type Plain = null | boolean | number | string | Plain[] | { [field: string]: Plain };

/**
 * Where two outcomes of the same world differ, one line each. Left out: how long it took, and `mails`, whose fate a kill may
 * change (judged notice by notice in `same-mails.ts`).
 */
export function outcomeDifferences(expected: Outcome, found: Outcome): string[] {
  return differences(comparable(expected), comparable(found), '');
}

function comparable({ campaigns }: Outcome): Plain {
  return JSON.parse(JSON.stringify(campaigns.map(({ mails: _, ...campaign }) => campaign))) as Plain;
}

function differences(expected: Plain, found: Plain, path: string): string[] {
  if (isTree(expected) && isTree(found)) {
    const fields = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
    return fields.flatMap((field) =>
      differences(at(expected, field), at(found, field), path ? `${path}.${field}` : field),
    );
  }
  return expected === found ? [] : [`${path}: ${JSON.stringify(expected)} undisturbed, ${JSON.stringify(found)} here`];
}

type Tree = Plain[] | { [field: string]: Plain };
const isTree = (value: Plain): value is Tree => typeof value === 'object' && value !== null;
const at = (tree: Tree, field: string): Plain => (tree as { [field: string]: Plain })[field] ?? null;
