import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { instantAt, SUBJECT_LENGTH, type Language } from '#libs/domain';
import { letterWords } from './letter-words.js';
import { renderLetter, type LetterInput, type LetterItem } from './render.js';
import { LETTER_HTML, LETTER_TEXT } from './templates/letter.js';

const ACTS = ['escalate', 'urge', 'returned', 'review', 'extension_request', 'delay', 'remind', 'extension', 'open'];
const item = (more: Partial<LetterItem> = {}): LetterItem => ({
  act: 'remind',
  title: 'Báo cáo 6 tháng đầu năm',
  campaign: 'Chung tay vì người nghèo',
  unit: 'Xã Tân Lập',
  dueAt: instantAt('2026-06-19', '23:59'),
  overdue: false,
  left: 'còn 2 ngày làm việc',
  why: 'Nhắc khi còn 2 ngày làm việc đến hạn, gửi Cán bộ đầu mối xã Tân Lập',
  link: 'https://a.vn/viec/x?thu=1',
  received: 'https://a.vn/viec/x?thu=1#da-nhan',
  late: 'https://a.vn/viec/x?thu=1#nop-muon',
  ...more,
});
const letter = (more: Partial<LetterInput> = {}) =>
  renderLetter({
    language: 'vi',
    reader: 'Lò Thị Mẫu',
    posts: ['Cán bộ đầu mối xã Tân Lập'],
    items: [item()],
    home: 'https://a.vn/viec',
    preferences: 'https://a.vn/viec/tuy-chon',
    linksUntil: '2026-08-01',
    replies: true,
    ...more,
  });
/** Words that a page shows: without tags, hidden parts, and entities. */
const shown = (html: string): string =>
  html
    .replace(/^[\s\S]*?<body/, '<body')
    .replace(/<div style="display:none[\s\S]*?<\/div>/, '')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|·/g, ' ')
    .replace(/&#x3D;/g, '=')
    .replace(/&amp;/g, '&');
const wordsOf = (text: string): Set<string> => new Set(text.match(/[\p{L}\d/]+/gu));

describe('a letter', () => {
  it('is made of templates that were compiled from what stands in the sources', () => {
    const script = join(__dirname, '../../scripts/mail-templates.mjs');
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  it('names every word that the templates use, and no other', () => {
    const used = [...`${LETTER_HTML}${LETTER_TEXT}`.matchAll(/words\.(\w+)/g)].map(([, name]) => name!);
    expect([...new Set(used)].sort()).toEqual(Object.keys(letterWords.vi).sort());
  });

  it('fails on a key that nothing is known of', () => {
    const page = Handlebars.compile(`${LETTER_TEXT}{{words.forgotten}}`, { strict: true });
    expect(() => page({ words: letterWords.vi, groups: [], reader: '', intro: '' })).toThrow(/not defined/);
  });

  it.each(ACTS.flatMap((act) => (['vi', 'en'] as Language[]).map((language) => [act, language] as const)))(
    'says the same in both parts, nothing left open: %s, %s',
    (act, language) => {
      for (const items of [
        [item({ act })],
        [item({ act }), item({ act, link: 'https://a.vn/viec/y', late: null, left: null })],
      ]) {
        const { subject, text, html } = letter({ language, items });
        expect(`${subject}${text}${shown(html)}`).not.toMatch(/\{|\}|undefined|null|\bmail\./);
        const [inText, inPage] = [wordsOf(text.replace(/https?:\S+/g, '')), wordsOf(shown(html))];
        // addresses stand behind words on the page; the text names them
        const only = (a: Set<string>, b: Set<string>) => [...a].filter((word) => !b.has(word));
        expect(only(inPage, inText)).toEqual(
          wordsOf(letterWords[language].brand).size ? only(wordsOf(letterWords[language].brand), inText) : [],
        );
        expect(only(inText, new Set([...inPage, ...wordsOf(letterWords[language].view)]))).toEqual([]);
        for (const address of ['https://a.vn/viec/x?thu=1#da-nhan', 'https://a.vn/viec/tuy-chon']) {
          expect(text).toContain(address);
          expect(html.replaceAll('&#x3D;', '=')).toContain(`href="${address}"`);
        }
      }
    },
  );

  it('loads nothing from elsewhere and stands in tables with styles of its own', () => {
    const { html } = letter();
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/i);
    expect([...html.matchAll(/src=|background="/g)]).toEqual([]);
    expect(html.match(/<table/g)!.length).toBeGreaterThan(4);
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '{{words.brand}} {{{html}}}',
    '</td></table><h1>Khẩn</h1>',
    'Xã A\r\nBcc: c@evil.test\r\n\r\nKhẩn: chuyển tiền',
    'Xã A\u2028- Việc giả – Xã B',
    'Xã \u202eyag\u202c',
    '&lt;b&gt; & ""',
    '=?utf-8?b?PGI+?=',
  ])('keeps a name a name: %j', (evil) => {
    const plain = letter();
    const { subject, text, html } = letter({
      reader: evil,
      posts: [evil],
      items: [item({ title: evil, unit: evil, campaign: evil, why: evil })],
    });
    const tags = (page: string) => page.replace(/>[^<]*</g, '><');
    const hidden = (page: string) => page.replace(/<title>[\s\S]*?<\/title>/, '').replace(/aria-label="[^"]*"/, '');
    expect(tags(hidden(html))).toBe(tags(hidden(plain.html)));
    expect(text.split('\n')).toHaveLength(plain.text.split('\n').length);
    expect(subject).not.toMatch(/[\r\n\u2028\u202e]/);
  });

  it('keeps its subject within a line, the unit still in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTS),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
        fc.constantFrom('Xã Tân Lập', 'Phường Trưng Vương, thành phố Thái Nguyên'),
        (act, title, unit) => {
          const { subject } = letter({ items: [item({ act, title, unit })] });
          expect(subject.length).toBeLessThanOrEqual(SUBJECT_LENGTH);
          if (['urge', 'escalate', 'review', 'delay'].includes(act) && unit.length < 20)
            expect(subject).toContain(unit);
        },
      ),
    );
    const long = 'Báo cáo kết quả thực hiện phong trào thi đua chung tay vì người nghèo 6 tháng đầu năm 2026';
    expect(letter({ items: [item({ act: 'urge', title: long, overdue: true })] }).subject).toBe(
      'Đôn đốc: Báo cáo kết quả thực hiện phong trào thi đua chung tay… – Xã Tân Lập',
    );
  });
});
