import type { CovenantView } from '../api/contracts';

/** What each act asks. `done` is called once the server has taken it. */
export interface ActProps {
  covenant: CovenantView;
  done: () => void;
}
