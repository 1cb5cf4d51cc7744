import { useRef, useState } from 'react';
import { newKey } from '../api/client';
import { t } from '../messages/t';
import { act, isStale, useCommand, type Told } from './use-preparation';

/** One wish of one form on a preparation: a second press before the answer is the same act; refused, the next is another. */
export function useWish(id: string) {
  const key = useRef(newKey());
  const { run, isPending } = useCommand(id);
  const [error, setError] = useState<Error | null>(null);
  /** @returns what the server said, null where it refused or its answer was lost */
  const send = async (what: string, body: object): Promise<Told | null> => {
    const { key: name, answered } = act(key);
    setError(null);
    try {
      const told = await run({ act: what, body, key: name });
      answered();
      return told;
    } catch (refusal) {
      answered(refusal);
      setError(isStale(refusal) ? new Error(t('prepare.moved')) : (refusal as Error));
      return null;
    }
  };
  return { send, isPending, error };
}
