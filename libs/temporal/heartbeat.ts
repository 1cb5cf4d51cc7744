import { Context } from '@temporalio/activity';

/** Beats while the work runs, so that a killed worker's act is taken up again after the heartbeat time-out. */
export async function beating<T>(work: () => Promise<T>, everyMs = 2_000): Promise<T> {
  const context = Context.current();
  const timer = setInterval(() => context.heartbeat(), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
