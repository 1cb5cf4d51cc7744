import { RecipientMissing } from './recipient-missing.js';
import { recipients } from './recipients.js';

describe('recipients', () => {
  const bodies = { standingBody: 'so-noi-vu', chairPost: 'ubnd-tinh:chair' };
  const report = { answeringUnit: 'xa-a', receiver: 'huyen-b' };

  it('resolves every audience to a post', () =>
    expect(recipients(report, ['focal', 'head', 'reviewer', 'superior', 'standing_body', 'chair'], bodies)).toEqual([
      'xa-a:focal',
      'xa-a:head',
      'huyen-b:focal',
      'huyen-b:head',
      'so-noi-vu:focal',
      'ubnd-tinh:chair',
    ]));

  it('speaks to the member whose vote it is', () =>
    expect(recipients({ ...report, answeringPost: 'hoi-dong:member-3' }, ['focal', 'head'], bodies)).toEqual([
      'hoi-dong:member-3',
      'xa-a:head',
    ]));

  it('guesses nobody where the record names no unit', () => {
    expect(() => recipients({ ...report, receiver: '' }, ['focal', 'superior'], bodies)).toThrow(
      new RecipientMissing('superior'),
    );
    expect(() => recipients(report, ['chair'], { ...bodies, chairPost: '' })).toThrow(RecipientMissing);
  });

  it('gives one notice where two audiences are one post', () =>
    expect(recipients({ ...report, receiver: 'so-noi-vu' }, ['reviewer', 'standing_body'], bodies)).toEqual([
      'so-noi-vu:focal',
    ]));
});
