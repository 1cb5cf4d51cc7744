// The part of smtp-server 3.21 that is used here; the package brings no types. https://nodemailer.com/extras/smtp-server
declare module 'smtp-server' {
  import type { EventEmitter } from 'node:events';
  import type { Readable } from 'node:stream';

  export interface Session {
    envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] };
  }
  export interface ServerOptions {
    authOptional?: boolean;
    disabledCommands?: string[];
    disableReverseLookup?: boolean;
    /** Largest message, bytes. */
    size?: number;
    onAuth?(auth: unknown, session: Session, done: (error: Error | null, answer?: { user: string }) => void): void;
    onRcptTo?(address: { address: string }, session: Session, done: (error?: Error | null) => void): void;
    onData?(stream: Readable, session: Session, done: (error?: Error | null, text?: string) => void): void;
  }
  export class SMTPServer extends EventEmitter {
    constructor(options: ServerOptions);
    listen(port: number, host: string, done: () => void): { address(): { port: number } };
    close(done: () => void): void;
  }
}
