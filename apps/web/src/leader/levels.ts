import { t } from '../messages/t';
import { leaderVi } from '../messages/leader.vi';
import type { Code } from '../messages/vi';

/** A level of units by its word; one of a plan's own keeps its name. */
export function levelText(level: string | null): string {
  if (level === null) return '';
  const code = `level.${level}`;
  return code in leaderVi ? t(code as Code) : level;
}
