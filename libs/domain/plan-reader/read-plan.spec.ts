import { checkDocument, normalise, readPlan } from './index.js';
import { planWith, seedExpected, seedNames, seedText } from './read-plan.fixture.js';

/** Members of the expected files that can be told by line, without a YAML reader. */
const expectedTargets = (yaml: string): { comparator: string; value: string; deadline: string }[] =>
  [...yaml.matchAll(/- id: \w+\n(?: {2}.*\n|- .*\n(?! {2}name))+?(?= {0}(?:- id|\w))/g)]
    .map(([block]) => block)
    .filter((block) => /^ {2}role: target$/m.test(block))
    .map((block) => {
      const of = (key: string): string =>
        new RegExp(`^ {2}${key}: (.*)$`, 'm').exec(block)?.[1]?.replace(/'/g, '') ?? '';
      return {
        comparator: of('comparator'),
        value: of('value') || `${of('min')}..${of('max')}`,
        deadline: of('deadline'),
      };
    });

const sorted = (list: string[]): string[] => [...list].sort();

describe.each(seedNames())('seed %s', (name) => {
  const text = seedText(name);
  const reading = readPlan(text);
  const targets = reading.numeric_targets.filter((target) => target.role === 'target');

  it('has every target with its comparator, value and deadline, and no other', () => {
    const expected = expectedTargets(seedExpected(name)).map((one) => `${one.comparator} ${one.value} ${one.deadline}`);
    const found = targets.map(
      (one) => `${one.comparator} ${one.min === undefined ? one.value : `${one.min}..${one.max}`} ${one.deadline}`,
    );
    expect(sorted(found)).toEqual(sorted(expected));
  });

  it('points at the exact wording', () => {
    const plain = normalise(text);
    for (const { evidence, offset } of [
      ...reading.numeric_targets,
      ...reading.cited_documents,
      ...reading.duties,
      ...reading.defects,
    ]) {
      expect(plain.slice(offset, offset + evidence.length)).toBe(evidence);
    }
    for (const place of Object.values(reading.evidence))
      expect(plain.slice(place.offset, place.offset + place.text.length)).toBe(place.text);
  });

  it.each([
    ['NFD', (t: string) => t.normalize('NFD')],
    ['Windows line ends', (t: string) => t.replace(/\n/g, '\r\n')],
    [
      'spaces of a scanner',
      (t: string) => t.replace(/ /g, (_, i: number) => (i % 5 === 0 ? '  ' : ' ')).replace(/,/g, ' ,'),
    ],
    ['capitals', (t: string) => t.toUpperCase()],
  ])('reads the same targets in %s', (_, change) => {
    const changed = readPlan(change(text)).numeric_targets.filter((target) => target.role === 'target');
    const key = (list: typeof targets): string[] =>
      sorted(list.map((one) => `${one.comparator} ${one.value} ${one.unit} ${one.deadline}`));
    expect(key(changed)).toEqual(key(targets));
  });

  it('checks the document again as it read it', () => {
    expect(checkDocument(reading, text)).toEqual(reading.defects);
  });
});

describe('the head of the seeds', () => {
  const head = (name: string) => {
    const { issuer, level, number, issue_date, start, end } = readPlan(
      seedText(seedNames().find((file) => file.startsWith(name))!),
    );
    return [issuer, level, number, issue_date, start.value, end.value];
  };

  it.each([
    ['000', ['UBND tỉnh Sơn La', 'province', null, null, null, '2019-05-07']],
    ['001', ['Chủ tịch UBND tỉnh Sơn La', 'province', null, null, '2023-01-01', '2023-12-31']],
    ['002', ['Chủ tịch UBND tỉnh Sơn La', 'province', null, null, '2014-01-01', '2014-12-31']],
    ['003', ['UBND huyện Tam Đường (tỉnh Lai Châu)', 'district', null, null, null, '2023-10-30']],
    [
      '004',
      ['UBND phường Quyết Thắng (thành phố Sơn La)', 'commune', '21/KH-UBND', '2022-01-20', '2022-01-20', '2022-12-31'],
    ],
  ])('%s', (name, expected) => {
    expect(head(name)).toEqual(expected);
  });

  it.each([
    ['001', ['blank_number', 'blank_day', 'share_without_base', 'missing_cadence', 'missing_award_path']],
    [
      '003',
      [
        'blank_number',
        'blank_day',
        'duplicate_section_number',
        'target_after_end',
        'missing_cadence',
        'event_after_end',
      ],
    ],
    [
      '004',
      [
        'duplicate_section_number',
        'parent_date_doubtful',
        'mixed_document_type',
        'implausible_number',
        'duplicate_duty',
        'stray_page_number',
      ],
    ],
  ])('traps of %s are raised', (name, kinds) => {
    const { defects } = readPlan(seedText(seedNames().find((file) => file.startsWith(name))!));
    expect(defects.map((one) => one.kind)).toEqual(expect.arrayContaining(kinds));
  });
});

describe('texts that are no plan', () => {
  it.each([
    '',
    ' \n ',
    'The quick brown fox jumps over 12 lazy dogs and 5% of cats.',
    '((((',
    '“'.repeat(5000),
    '1.1.1.1.1. '.repeat(2000),
  ])('%#', (text) => {
    const reading = readPlan(text);
    expect(reading.campaign_name).toBeNull();
    expect(reading.start.value ?? reading.end.value).toBeNull();
  });
});

describe('time', () => {
  const paragraph =
    '- Tỷ lệ hộ nghèo giảm từ 5% xuống 3% (giảm 2% so với năm 2025), xây dựng 02 tuyến đường; không để phát sinh hộ nghèo mới. ';
  /** Shapes that make a careless expression backtrack: one endless paragraph, digits, brackets, spaces, commas. */
  const shapes: Record<string, string> = {
    paragraphs: `${paragraph}\n\n`,
    'one paragraph': paragraph,
    digits: '12.345,6 ',
    brackets: '(a ',
    commas: 'xã, phường, thị trấn, ',
    words: 'ủy ban nhân dân tỉnh ',
    dates: 'ngày 01/02/2026 ',
    'many targets': 'tỷ lệ hộ đạt chuẩn 5%; ',
  };
  /** Processor time in ms, the least of some runs: a neighbour's load is not held against the reader. */
  const spent = (text: string): number => {
    const runs = [0, 0, 0, 0, 0].map(() => {
      const from = process.cpuUsage();
      readPlan(text);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    });
    return Math.min(...runs);
  };

  it.each(Object.entries(shapes))('grows with the length: %s', (_, unit) => {
    const sized = (length: number): string => planWith(unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
    const short = spent(sized(5_000));
    // eight times the length: eight times the work where it is linear, sixty-four times where a rule is quadratic
    expect(spent(sized(40_000)) / Math.max(1, short)).toBeLessThan(24);
  });
});
