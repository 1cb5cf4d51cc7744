import fc from 'fast-check';
import { pledgePath, registrationFields, registrationOf, TITLES } from './registration-draft.js';

describe('the draft of a registration', () => {
  it('has a field for the titles and one for each target that is asked', () => {
    expect([...registrationFields(['T1', 'T2'])]).toEqual(['titles', 'pledges.T1', 'pledges.T2']);
  });

  it('registers a title a line and each target as offices write numbers; empty is not pledged', () => {
    const entries = { titles: ' Tập thể lao động xuất sắc \n\n Giấy khen', 'pledges.T1': '10,65', 'pledges.T2': ' ' };
    expect(registrationOf(['T1', 'T2', 'T3'], entries)).toEqual({
      titles: ['Tập thể lao động xuất sắc', 'Giấy khen'],
      pledges: [
        { target: 'T1', value: 10.65 },
        { target: 'T2', value: null },
        { target: 'T3', value: null },
      ],
      faults: [],
    });
  });

  it('says at its field what cannot be read, what is missing and what is too much', () => {
    const faulty = (entries: Record<string, string>) =>
      registrationOf(['T1'], entries).faults.map(({ path, code }) => [path, code]);
    expect(faulty({ titles: 'A', 'pledges.T1': 'mười' })).toEqual([['pledges.T1', 'fault.not-a-number']]);
    expect(faulty({ titles: 'A', 'pledges.T1': '1.234' })).toEqual([['pledges.T1', 'fault.ambiguous']]);
    expect(faulty({})).toEqual([[TITLES, 'fault.titles-missing']]);
    expect(faulty({ titles: 'A\n'.repeat(51) })).toEqual([[TITLES, 'fault.titles-too-many']]);
    expect(faulty({ titles: 'x'.repeat(501) })).toEqual([[TITLES, 'fault.title-too-long']]);
  });

  it('loses no number that was typed as one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        const { pledges } = registrationOf(['T1'], { titles: 'A', [pledgePath('T1')]: value });
        expect(pledges).toEqual([{ target: 'T1', value }]);
      }),
    );
  });
});
