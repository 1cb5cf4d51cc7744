export const API_OPTIONS = Symbol('API_OPTIONS');

/** What the API itself needs of the configuration. */
export interface ApiOptions {
  /** `local`: accounts sign in. `dev`: development accounts do so too, and public read-only pages are open. */
  signIn: 'dev' | 'local' | 'none';
  /** Address people open, without a slash at its end. */
  publicUrl: string;
  /** Cookies only over https (or on the machine itself), named `__Host-…`. */
  secureCookies: boolean;
  /** Proxies in front that tell where a request came from. */
  proxyHops: number;
  /** Bearer of who hands in bounces; none: the port is shut. */
  bounceSecret?: string | undefined;
  /** Temporal's own page, for administrators; none: no link. */
  temporalUi?: string | undefined;
  /** Whether files are scanned here; else they are shown as `unscanned`. */
  scanner: boolean;
}
