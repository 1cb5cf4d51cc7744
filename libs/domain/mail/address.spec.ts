import fc from 'fast-check';
import { isMailAddress } from './address.js';

describe('a mail address', () => {
  it.each(['a@b.vn', 'vp.ubnd+tong-hop@tanlap.thainguyen.gov.vn', 'x_1@localhost', "o'neill@xn--4ca.vn"])(
    'is one plain local@domain: %s',
    (text) => expect(isMailAddress(text)).toBe(true),
  );

  it.each([
    ['', 'nothing'],
    ['a@b@c.vn', 'two signs'],
    ['a@b.vn, c@d.vn', 'a list'],
    ['A <a@b.vn>', 'a display name'],
    ['"a b"@c.vn', 'a quoted local part'],
    ['a(comment)@b.vn', 'a comment'],
    ['nhóm:a@b.vn;', 'a group'],
    ['a@[127.0.0.1]', 'an address literal'],
    ['lò@b.vn', 'letters beyond ASCII'],
    ['a@đấtnước.vn', 'a domain not in its xn-- form'],
    ['a..b@c.vn', 'an empty atom'],
    ['a@-b.vn', 'a label that begins with a hyphen'],
    ['a@b.vn.', 'a dot at the end'],
    ['a@b.vn\r\nBcc: c@d.vn', 'another header'],
    ['a@b.vn\n', 'a line end'],
    ['a\u0000@b.vn', 'a NUL'],
    [`${'a'.repeat(65)}@b.vn`, 'a local part that is too long'],
    [`a@${'b.'.repeat(40_000)}vn`, 'a text of 80 kB'],
  ])('is not %j: %s', (text) => expect(isMailAddress(text)).toBe(false));

  it('holds nothing that could end a command or begin another recipient, wherever it stands', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', '.', '@'), maxLength: 6 });
    const ending = fc.constantFrom(',', ';', '<', '>', '"', '(', ')', '\\', '\r', '\n', '\t', ' ', ':', '\u0000', 'đ');
    fc.assert(fc.property(plain, ending, plain, (before, one, after) => !isMailAddress(`${before}${one}${after}`)));
  });
});
