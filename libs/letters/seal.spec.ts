import { sampleCovenant, sampleLetter } from './letters.fixture.js';
import { qrText, seal } from './seal.js';

describe('the seal of a document', () => {
  it('of a covenant is the hash that its parties sign, not one of the paper', async () => {
    const content = sampleCovenant();
    const sealed = await seal(content);
    expect(sealed.hash).toBe(content.mark);
    expect(sealed.content.fields).toMatchObject({ ma_van_ban: content.id, ma_bam: content.mark });
    expect(qrText(content.id, sealed.hash)).toBe(`dondoc:${content.id}#sha256=${content.mark}`);
    expect((await seal({ ...content, mark: 'd0'.repeat(32) })).qr.equals(sealed.qr)).toBe(false);
  });

  it('of anything else is the hash of its content', async () => {
    const [one, other] = await Promise.all([seal(sampleLetter()), seal({ ...sampleLetter(), id: 'other' })]);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(one.hash).not.toBe(other.hash);
  });
});
