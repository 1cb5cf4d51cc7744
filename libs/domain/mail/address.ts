const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const STRICT = new RegExp(`^(${ATOM}(?:\\.${ATOM})*)@(${LABEL}(?:\\.${LABEL})*)$`);

/**
 * One plain `local@domain` (RFC 5321 Dot-string and Domain, at most 64 and 254 characters), and nothing else: no display name, no
 * quotes, comments, lists, address literals or letters beyond ASCII (a domain of such letters is written in its `xn--` form).
 * What is not one is never given to a mail transport, so that none can read another recipient into it.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const parts = STRICT.exec(text);
  return parts !== null && parts[1]!.length <= 64;
}
