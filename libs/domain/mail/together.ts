interface Line {
  act: string;
  campaign: string;
}

/**
 * Many lines of one campaign and one act become one (row 36: whoever stands above two hundred units reads a number, not two hundred lines).
 * The others stay, in their order.
 * @param most lines that still stand by themselves  @param asOne makes the line for all of them
 */
export function together<Item extends Line>(
  items: readonly Item[],
  most: number,
  asOne: (many: Item[]) => Item,
): Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify([item.campaign, item.act]);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].flatMap((group) => (group.length > most ? [asOne(group)] : group));
}
