/** A state by word, sign and colour; never by colour alone. */
export type Tone = 'quiet' | 'running' | 'soon' | 'overdue' | 'returned' | 'done';

const SIGNS: Record<Tone, string> = { quiet: '○', running: '◐', soon: '◔', overdue: '▲', returned: '↩', done: '✓' };

export const Badge = ({ tone, children }: { tone: Tone; children: string }) => (
  <span className={`badge ${tone}`}>
    <span aria-hidden="true">{SIGNS[tone]} </span>
    {children.charAt(0).toUpperCase() + children.slice(1)}
  </span>
);
