import { startSmtpSink } from '#libs/embedded/mail/smtp.js';

const need = (name: string, what: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${what} is not there; see the message at the start of the run`);
  return value;
};

/** `describe`, or `describe.skip` when the servers could not be started (said at the start; in CI the run fails instead). */
export const withServers: jest.Describe =
  process.env['TEST_MONGODB_URI'] && process.env['TEST_TEMPORAL_ADDRESS'] ? describe : describe.skip;

/** The MongoDB-compatible server of this run, without a database name: take a name of your own per test file. */
export const testMongoUri = (): string => need('TEST_MONGODB_URI', 'MongoDB');

/** `host:port` of the Temporal server of this run: take a task queue of your own per test. */
export const testTemporalAddress = (): string => need('TEST_TEMPORAL_ADDRESS', 'Temporal');

/** The workflow bundle of this run, for `Worker.create({ workflowBundle })`. */
export const testWorkflowBundle = (): { codePath: string } => ({
  codePath: need('TEST_WORKFLOW_BUNDLE', 'workflow bundle'),
});

/** A name no other test uses, fit for a database, a task queue or a workflow id. */
export const unique = (prefix = 'test'): string =>
  `${prefix}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

export interface TestSmtp {
  /** `smtp://127.0.0.1:port` */
  url: string;
  /** In order of arrival. */
  mails: { from: string; to: string[]; raw: string }[];
  close(): Promise<void>;
}

/** A mail server in this process that accepts everything. */
export async function testSmtp(): Promise<TestSmtp> {
  const mails: TestSmtp['mails'] = [];
  const sink = await startSmtpSink(0, (from, to, raw) => {
    mails.push({ from, to, raw: raw.toString() });
    return Promise.resolve(`queued as ${mails.length}`);
  });
  return { url: `smtp://127.0.0.1:${sink.port}`, mails, close: () => sink.close() };
}
