/** Ids for things of which there may be several: the second of a name becomes `name#2`. */
export function numbered<T>(things: readonly T[], nameOf: (thing: T) => string): { id: string; thing: T }[] {
  const seen = new Map<string, number>();
  return things.map((thing) => {
    const name = nameOf(thing);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { id: count === 1 ? name : `${name}#${count}`, thing };
  });
}
