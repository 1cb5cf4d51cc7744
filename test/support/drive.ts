import { MockActivityEnvironment } from '@temporalio/testing';
import type { Examination, ProcessAct } from '#libs/contracts';

/** The activities of one process, as its workflow calls them. */
export interface Driven {
  examine(): Promise<Examination>;
  perform(act: ProcessAct, last: boolean): Promise<Examination | null>;
}

/** One wake of a process without its workflow: looks, performs what is due, and looks again until nothing is. */
export async function driveOnce({ examine, perform }: Driven): Promise<Examination> {
  let due = await examine();
  while (due.acts.length) {
    const last = due.acts.length - 1;
    for (const [n, act] of due.acts.entries()) {
      const work = () => perform(act, n === last);
      const after = await new MockActivityEnvironment().run<[], Examination | null, typeof work>(work);
      if (n === last) due = after!;
    }
  }
  return due;
}
