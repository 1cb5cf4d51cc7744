import { type Case } from './case.types.js';
import { caseFiles } from './corpus.js';
import { judgeCase } from './judge-case.js';
import { read } from './reader.js';

describe.each(caseFiles<Case>())('$file', ({ cases }) => {
  it.each(cases)('$id: $rule', (one) => {
    expect(judgeCase(one, read(one.text))).toEqual([]);
  });
});
