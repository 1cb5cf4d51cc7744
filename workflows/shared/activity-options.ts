import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/** Store work in batches. The heartbeat time-out is also the time in which a killed worker's act is taken up again. */
export const storeWork: ActivityOptions = {
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '250 milliseconds', backoffCoefficient: 2, maximumInterval: '15 seconds' },
};

/** The acts of a dispatch: folding a large morning is one of them. Whoever does it shows a heartbeat, however long it takes. */
export const mailWork: ActivityOptions = { ...storeWork, startToCloseTimeout: '1 hour' };

/** A look at the records: a handful of indexed reads, so it runs within the workflow task (half the wake's time and history). */
export const look: LocalActivityOptions = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '250 milliseconds', backoffCoefficient: 2, maximumInterval: '15 seconds' },
};
