export const API_OPTIONS = Symbol('API_OPTIONS');

/** What the API itself needs of the configuration. */
export interface ApiOptions {
  /** `dev`: public read-only pages are open and development accounts sign in. */
  signIn: 'dev' | 'none';
  /** Address people open, without a slash at its end. */
  publicUrl: string;
  /** Bearer of who hands in bounces; none: the port is shut. */
  bounceSecret?: string | undefined;
  /** Whether files are scanned here; else they are shown as `unscanned`. */
  scanner: boolean;
}
