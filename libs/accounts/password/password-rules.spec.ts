import { verify } from '@node-rs/argon2';
import fc from 'fast-check';
import { ARGON2, NOBODYS, PasswordHasher } from './hasher.js';
import { LEAST, MOST, refusePassword } from './password-rules.js';

const codeOf = (password: string): string | null => refusePassword(password, 'lo.thi.mau@td.gov.vn')?.code ?? null;

describe('a new password', () => {
  it('is long, and nothing else is asked of it', () => {
    expect(codeOf('mười bốn ký tự')).toBe('password-short');
    expect(codeOf('trâu trắng qua suối')).toBeNull();
    expect(codeOf('ruộng bậc thang mùa nước đổ')).toBeNull();
    expect(codeOf('x7!'.repeat(70))).toBe('password-long');
  });

  it.each([
    'passwordpassword',
    'matkhaumatkhau123',
    'Mật khẩu mật khẩu',
    '123456789012345',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'qwertyuiopasdfghjkl',
    '987654321987654321',
    'admin@dondoc2026!!',
    'lo.thi.mau.td.gov.vn',
    'Abcdefghijklmnop1',
    'ubnd huyen 123456789',
  ])('is not what everybody tries: %s', (password) => expect(codeOf(password)).toBe('password-common'));

  it('counts characters and not bytes, and is the same in both ways of writing marks', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ề', 'ữ', 'đ', 'ậ', 'm', 'x', 'k', ' '), { maxLength: 40 }), (letters) => {
        const password = letters.join('');
        expect(codeOf(password.normalize('NFD'))).toBe(codeOf(password.normalize('NFC')));
        if (letters.length < LEAST) expect(codeOf(password)).toBe('password-short');
        expect(letters.length).toBeLessThan(MOST);
      }),
    ));
});

describe('the hasher', () => {
  const hasher = new PasswordHasher();

  it('keeps argon2id with the parameters of OWASP, and knows it again however marks were typed', async () => {
    const kept = (await hasher.hash('trâu trắng qua suối'.normalize('NFC')))!;
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(ARGON2).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(await hasher.verify(kept, 'trâu trắng qua suối'.normalize('NFD'))).toBe(true);
    expect(await hasher.verify(kept, 'trâu trắng qua suốI')).toBe(false);
  });

  it('works as long for nobody: same parameters, never true', async () => {
    expect(NOBODYS.split('$').slice(0, 4)).toEqual((await hasher.hash('bất kỳ câu nào'))!.split('$').slice(0, 4));
    await expect(verify(NOBODYS, 'bất kỳ')).resolves.toBe(false); // a hash that can be read
    expect(await hasher.verify(null, 'bất kỳ')).toBe(false);
  });

  it('takes two at once and sixteen waiting, and sends the others away at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => hasher.verify(null, 'x')));
    expect(answers.filter((one) => one === null)).toHaveLength(30 - 18);
    expect(await hasher.verify(null, 'x')).toBe(false);
  });
});
