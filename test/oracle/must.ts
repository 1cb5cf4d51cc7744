export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`the dump lacks ${what}`);
  return value;
}
