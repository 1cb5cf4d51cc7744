/** The page's own number at its head or foot, "2" or "- 2 -", is not text of the document. */
export function withoutPageNumber(lines: string[], page: number): string[] {
  const isNumber = (line: string | undefined) => line?.replace(/^[\s–-]+|[\s–-]+$/g, '') === String(page);
  if (isNumber(lines[0])) return lines.slice(1);
  return isNumber(lines.at(-1)) ? lines.slice(0, -1) : lines;
}
