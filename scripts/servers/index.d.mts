export interface Found {
  kind: 'temporal' | 'mongod' | 'secantus';
  path: string;
  how: 'PATH' | 'cache' | 'download' | 'build';
  version: string;
}
export interface ObtainOptions {
  say?: (line: string) => void;
  /** The engine whose data is already there. */
  prefer?: 'mongod' | 'secantus';
  /** False leaves the download sites alone. Default true. */
  download?: boolean;
  /** Fills the cache with mongod. */
  downloadMongod?: () => Promise<void>;
}
export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  onLine?: (line: string) => void;
}
export declare class ServerMissing extends Error {}
export declare const guardFile: string;
export declare const MONGOD: string;
export declare const mongodDir: string;
export declare function find(
  what: 'temporal' | 'mongo',
  prefer?: 'mongod' | 'secantus',
): { found?: Found; problems: string[] };
export declare function obtain(what: 'temporal' | 'mongo', options?: ObtainOptions): Promise<Found | undefined>;
export declare function runGuarded(file: string, args: string[], options?: RunOptions): Promise<number>;
export declare function stopGuarded(): Promise<void>;
