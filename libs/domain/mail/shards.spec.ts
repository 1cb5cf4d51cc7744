import { shardCount, shardOf, SHARD_SIZE } from './shards.js';

describe('a large morning', () => {
  it('is shared out once it is larger than one dispatch sends', () => {
    expect([0, 1, SHARD_SIZE, SHARD_SIZE + 1, 100_000].map((n) => shardCount(n))).toEqual([1, 1, 1, 2, 20]);
  });

  it('is shared out evenly by person, the same person always to the same', () => {
    const persons = Array.from({ length: 100_000 }, (_, n) => `p-l${String(n).padStart(6, '0')}`);
    const sizes = new Array<number>(20).fill(0);
    for (const person of persons) sizes[shardOf(person, 20)]! += 1;
    expect(Math.max(...sizes)).toBeLessThan(1.1 * SHARD_SIZE);
    expect(Math.min(...sizes)).toBeGreaterThan(0.9 * SHARD_SIZE);
    expect(persons.filter((person) => shardOf(person, 20) !== shardOf(person, 20))).toEqual([]);
  });
});
