/** Lines that only one side has, in order of time; a line that stands twice counts twice. */
export function differences(foreseen: readonly string[], happened: readonly string[]): string[] {
  return [
    ...without(foreseen, happened).map((one) => `foreseen, did not happen: ${one}`),
    ...without(happened, foreseen).map((one) => `happened, not foreseen: ${one}`),
  ];
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return lines.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
