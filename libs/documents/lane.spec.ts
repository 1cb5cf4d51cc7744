import { Lane } from './lane.js';

describe('the lane', () => {
  it('lets one work at a time, in order, and sends away who comes when too many wait', async () => {
    const lane = new Lane(1);
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      return name;
    };
    const [first, second, third] = [lane.run(work('a')), lane.run(work('b')), lane.run(work('c'))];
    expect(await third).toBeUndefined();
    expect([await first, await second]).toEqual(['a', 'b']);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(await lane.run(work('d'))).toBe('d');
  });

  it('goes on after one that failed', async () => {
    const lane = new Lane(1);
    await expect(lane.run(() => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
    expect(await lane.run(async () => 1)).toBe(1);
  });
});
