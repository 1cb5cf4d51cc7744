import { normalise, readPlan } from '#libs/domain/plan-reader/index.js';
import { type Case } from './case.types.js';
import { caseFiles, plans, seeds } from './corpus.js';
import { fold } from './text.js';

const texts = [
  ...seeds(),
  ...plans(),
  ...caseFiles<Case>().map(({ file, cases }) => ({ name: file, text: cases.map((one) => one.text).join('\n\n') })),
];
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter(Boolean);

it.each(texts)('every target of $name is called by whole words of the text', ({ text }) => {
  const known = new Set(wordsOf(normalise(text)));
  for (const { name } of readPlan(text).numeric_targets) {
    expect(wordsOf(name)).not.toEqual([]);
    expect(wordsOf(name).filter((word) => !known.has(word))).toEqual([]);
  }
});

it.each(texts)('no evidence of $name begins or ends inside a word', ({ text }) => {
  const plain = normalise(text);
  const inside = (at: number): boolean => /^[\p{L}\p{M}]{2}$/u.test(plain.slice(at - 1, at + 1));
  const cut = readPlan(text).numeric_targets.filter(
    ({ evidence, offset }) => inside(offset) || inside(offset + evidence.length),
  );
  expect(cut.map(({ evidence }) => evidence)).toEqual([]);
});
