import { z } from 'zod';
import { armedFailpoints } from './failpoints.js';

/** A whole number written in an environment variable; `''` counts as not set (see `loadConfig`). */
const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: `phải là số nguyên (must be a whole number)` })
    .transform(Number)
    .refine((n) => n >= min && n <= max, { error: `phải từ ${min} đến ${max} (must be ${min} to ${max})` });

const urlOf = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)), {
    error: `phải là địa chỉ ${protocols.join(':// hoặc ')}:// (must be such a URL)`,
  });

// mongodb:// may list several hosts, which URL does not parse
const mongoUri = z
  .string({ error: 'bắt buộc phải có (is required)' })
  .regex(/^mongodb(\+srv)?:\/\/[^/\s]+(\/[^\s]*)?$/, { error: 'phải bắt đầu bằng mongodb:// (must be a MongoDB URI)' });

const hostPort = z
  .string()
  .regex(/^[^\s:/]+:\d{1,5}$/, { error: 'phải có dạng máy:cổng, ví dụ 127.0.0.1:7233 (must be host:port)' });

const word = z.string().regex(/^[\w.-]+$/, { error: 'chỉ gồm chữ, số, dấu . _ - (letters, digits, . _ - only)' });

const text = z.string().regex(/^\S(.*\S)?$/, { error: 'không được để trống (must not be blank)' });

const choice = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, { error: `phải là một trong: ${values.join(', ')} (must be one of these)` });

/** Every option of the product, read from environment variables of the same name. */
export const options = z.object({
  /** Kind of run. Default `development`. `production` refuses stepped time, development sign-in, failpoints and weak writes. */
  NODE_ENV: choice('development', 'test', 'production').default('development'),

  /** Address the API listens on. Default 127.0.0.1. Change to 0.0.0.0 inside a container. Danger: opens it to the network. */
  HOST: text.default('127.0.0.1'),

  /** TCP port of the API. Default 3000; 0 takes any free port and prints it. Change when the port is taken. */
  PORT: whole(0, 65_535).default(3000),

  /** MongoDB, replica set (change streams). No default. Danger: anything weaker than w=majority with journal loses answered writes. */
  MONGODB_URI: mongoUri,

  /** Database name. Default `dondoc`. Change to keep several installations on one server. Danger: another name is another, empty system. */
  MONGODB_DB: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,38}$/, { error: 'chỉ gồm chữ, số, _ và - (letters, digits, _ and -)' })
    .default('dondoc'),

  /** Temporal front end, `host:port`. Default 127.0.0.1:7233. */
  TEMPORAL_ADDRESS: hostPort.default('127.0.0.1:7233'),

  /** Temporal namespace. Default `default`. Change together with its retention. Danger: running campaigns stay in the old one. */
  TEMPORAL_NAMESPACE: word.default('default'),

  /** Base name of the task queues. Default `dondoc`. Change to run two systems in one namespace. Danger: as TEMPORAL_NAMESPACE. */
  TEMPORAL_TASK_QUEUE: word.default('dondoc'),

  /** Mail server, `smtp://` or `smtps://`, user and password inside. Default smtp://127.0.0.1:1025 (the catcher). */
  SMTP_URL: urlOf('smtp', 'smtps').default('smtp://127.0.0.1:1025'),

  /** Sender of every mail, `Name <address>`. Default `Đôn Đốc <don-doc@localhost>`. Danger: a domain without SPF/DKIM lands in spam. */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'phải là địa chỉ thư, ví dụ Đôn Đốc <a@b.vn> (must be a mail address)',
    })
    .default('Đôn Đốc <don-doc@localhost>'),

  /** Simultaneous SMTP connections. Default 20. Lower where the server limits connections. Danger: a kill leaves up to this many mails `unconfirmed`. */
  MAIL_POOL: whole(1, 100).default(20),

  /** Mails on one connection before it is closed and another opened. Default 1000. Lower where the server allows fewer. Danger: 1 reconnects for each mail. */
  MAIL_PER_CONNECTION: whole(1, 1_000_000).default(1000),

  /** Mails per minute over all connections of a worker. Default 0, no limit. Set where the server has one. Danger: low ones spread a morning over hours. */
  MAIL_PER_MINUTE: whole(0, 1_000_000).default(0),

  /** Longest SMTP conversation for one mail, ms. Default 60000. Raise for slow servers. Danger: short ones leave delivered mail `unconfirmed`. */
  MAIL_PATIENCE_MS: whole(200, 900_000).default(60_000),

  /** Pause before the first new try after a temporary failure, ms; doubles each time. Default 2000. Danger: short ones offend greylisting servers. */
  MAIL_RETRY_MS: whole(10, 3_600_000).default(2000),

  /** Longest pause between two tries, ms. Default 1800000. Lower where mail must follow an outage sooner. Danger: as MAIL_RETRY_MS. */
  MAIL_RETRY_CAP_MS: whole(10, 86_400_000).default(1_800_000),

  /** Tries before a mail has failed and a person is asked. Default 56, about a day. Danger: few ones give up during a short outage. */
  MAIL_ATTEMPTS: whole(1, 1000).default(56),

  /** Secret of whoever hands in bounces (`POST /api/mail/bounces`), 16 characters or more. No default: the port is shut. Danger: who knows it can mark mail undelivered. */
  MAIL_BOUNCE_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, {
      error: 'phải có 16 đến 200 ký tự, không dấu cách (16 to 200 printable characters)',
    })
    .optional(),

  /** Mailbox that bounces arrive in, `imap://user:password@host/Folder` or `imaps://`. No default: nothing is polled. Danger: everything unread in it is marked as read. */
  MAIL_BOUNCE_IMAP: urlOf('imap', 'imaps').optional(),

  /** Pause between two looks into that mailbox, ms. Default 60000. Danger: short ones offend mail servers. */
  MAIL_BOUNCE_POLL_MS: whole(200, 3_600_000).default(60_000),

  /** ClamAV's daemon, `host:port`, that every file of evidence is sent to. No default: files stay `unscanned`. Danger: while it is away, new files are not shown. */
  EVIDENCE_CLAMD: hostPort.optional(),

  /** Pause between two looks for files to scan, ms. Default 2000. Danger: short ones load the database. */
  EVIDENCE_SCAN_MS: whole(100, 3_600_000).default(2000),

  /** Address people open, used for links in mails. Default: that of HOST and PORT. Change behind a proxy. */
  PUBLIC_URL: urlOf('http', 'https').optional(),

  /** Temporal's own web page, linked for operators. No default: no link. */
  TEMPORAL_UI_URL: urlOf('http', 'https').optional(),

  /** `real` or `stepped` (time moved by the demo and tests). Default real. Danger: deadlines stand still; refused in production. */
  CLOCK: choice('real', 'stepped').default('real'),

  /** `local` (accounts with passwords), `dev` (these, and anyone may act as any post) or `none`. Default none. Danger of dev: no identity at all; refused in production. */
  SIGN_IN: choice('local', 'dev', 'none').default('none'),

  /** A sign-in ends after so many minutes without use. Default 120. Lower on machines that many people share. Danger: long ones stay open behind who went away. */
  SESSION_IDLE_MINUTES: whole(1, 1440).default(120),

  /** A sign-in ends so many hours after it began. Default 12. Danger: as SESSION_IDLE_MINUTES. */
  SESSION_HOURS: whole(1, 168).default(12),

  /** Proxies of yours in front of the API, each adding to X-Forwarded-For. Default 0. Danger: too many lets strangers choose the network their tries are counted for; too few counts everybody as one. */
  PROXY_HOPS: whole(0, 10).default(0),

  /** `name:hit,name2:hit`: the process kills itself at that hit (tests of crashes). Default empty. Refused in production. */
  FAILPOINTS: z
    .string()
    .superRefine((value, context) => {
      try {
        armedFailpoints(value);
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message });
      }
    })
    .default(''),

  /** Folder of marker files, so that an armed point fires once over restarts. No default: fires once per process. */
  FAILPOINT_DIR: text.optional(),

  /** Workflow bundle made by the build. No default: bundled at start, about 1 s. Danger: a stale one does not replay. */
  WORKFLOW_BUNDLE: text.optional(),

  /** Least severity that is logged. Default info. Danger: debug and trace write much. */
  LOG_LEVEL: choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),

  /** Longest pause of the relay when no change wakes it, ms. Default 500. Lower where change streams are not to be had. Danger: load. */
  RELAY_SWEEP_MS: whole(1, 60_000).default(500),

  /** Lease of a relay on a book, ms of real time. Default 5000. Danger: shorter than a database pause makes relays take turns. */
  RELAY_LEASE_MS: whole(100, 600_000).default(5000),

  /** Lease on a claimed mail, ms. Default 15000. Danger: shorter than rendering a chunk makes two senders race for it. */
  MAIL_LEASE_MS: whole(100, 600_000).default(15_000),

  /** Obligations held by one cohort workflow. Default 300. Danger: large ones make heavy wakes, small ones many workflows. */
  COHORT_SIZE: whole(1, 5000).default(300),

  /** Longest silence of an activity before Temporal gives it to another worker, ms. Default 10000. Danger: short ones repeat work. */
  ACTIVITY_HEARTBEAT_MS: whole(500, 600_000).default(10_000),
});
