/** Runs `work(0..count-1)`, at most `width` at once. @throws the first failure, after what runs has ended */
export async function pool(count: number, width: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(width, count) }, lane));
  const failed = lanes.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
