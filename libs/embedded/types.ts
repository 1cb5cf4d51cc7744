export type ServerName = 'mongo' | 'temporal' | 'mail';

/** What to start and how. Every field may be left out. */
export interface EmbeddedOptions {
  /** Folder of data, logs, `ports.json` and `pids.json`. Default `.data` at the top of the installation. */
  dataDir?: string;
  /** Which servers. Default all three. */
  only?: ServerName[];
  /** Restart a server that died unasked, on the same port and data. Default true. */
  supervise?: boolean;
  /** False: a throw-away folder, nothing forced to disk, no Temporal page. Default true. Danger: kill -9 then loses the last writes. */
  durable?: boolean;
  /** Begins with empty servers: what an earlier run left in this data folder is removed. Default false. Danger: it is gone. */
  fresh?: boolean;
  /** Where addresses of servers that already run are looked up. Default `process.env`. */
  env?: NodeJS.ProcessEnv;
  /** Receives one line per event, for people. Default: silent. */
  say?: (line: string) => void;
}

/** One server as it was found. `pid` is undefined when it is not ours or is down. */
export interface ServerInfo {
  name: ServerName;
  /** `env`: its address was given and it was not started here. */
  how: 'env' | 'PATH' | 'cache' | 'download' | 'build' | 'own';
  version: string;
  readonly pid: number | undefined;
}

/** Running servers. Addresses of servers not asked for are ''. */
export interface Embedded {
  /** With `w=majority&journal=true&retryWrites=true`. */
  mongoUri: string;
  /** `host:port`. */
  temporalAddress: string;
  temporalUiUrl: string;
  smtpUrl: string;
  /** Inbox of the catcher; '' when SMTP_URL was given. */
  mailUrl: string;
  servers: ServerInfo[];
  dataDir: string;
  /** SIGKILL of the real server, for tests; resolves when it is gone. @throws Error when it is not ours */
  kill(name: ServerName): Promise<void>;
  /** Resolves when the server serves (again). */
  ready(name: ServerName): Promise<void>;
  /** Ends all, last started first. */
  stop(): Promise<void>;
}
