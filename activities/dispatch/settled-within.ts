/**
 * What came in time, and what is still under way.
 * @param ms wall clock; never waited for in full when everything came before  @throws the first failure that came in time
 */
export async function settledWithin<T>(work: Promise<T>[], ms: number): Promise<{ done: T[]; late: Promise<T>[] }> {
  const done: T[] = [];
  const pending = new Set(work);
  const watched = work.map(async (one) => {
    const result = await one;
    if (pending.delete(one)) done.push(result);
  });
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([Promise.all(watched), time]).finally(() => clearTimeout(timer));
  const late = [...pending];
  pending.clear();
  return { done: [...done], late };
}
