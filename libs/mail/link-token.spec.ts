import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { readLink, signLink } from './link-token.js';

const key = randomBytes(32);
const link = { mail: '0123456789abcdef01234567', until: '2026-12-31' };

describe('a signed link', () => {
  it('says the mail and the day that were signed', () => {
    expect(readLink(key, signLink(key, link))).toEqual(link);
    expect(signLink(key, link)).toMatch(/^[\w-]{54}$/);
  });

  it('says nothing once a single character is another, or it was signed with another key', () => {
    const token = signLink(key, link);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'0123456789abcdefXYZ_-'), (at, char) => {
        const other = token.slice(0, at) + char + token.slice(at + 1);
        if (other !== token) expect(readLink(key, other)).toBeNull();
      }),
    );
    expect(readLink(randomBytes(32), token)).toBeNull();
  });

  it('says nothing for anything else that somebody may type', () => {
    fc.assert(fc.property(fc.string(), (text) => readLink(key, text) === null));
    expect(readLink(key, `${signLink(key, link)}x`)).toBeNull();
    const said = `${link.mail}20261399`;
    const signature = createHmac('sha256', key).update(said).digest('base64url').slice(0, 22);
    expect(readLink(key, `${said}${signature}`)).toBeNull();
  });
});
