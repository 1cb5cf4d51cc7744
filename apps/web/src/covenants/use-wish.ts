import { useRef } from 'react';
import { isRefused, newKey } from '../api/client';
import { useCovenantAct } from '../api/use-covenants';

/** One wish of one form: pressed twice it is one act; refused, the next press is another. */
export function useWish(id: string, done: () => void) {
  const key = useRef(newKey());
  const { mutateAsync, isPending, error } = useCovenantAct(id);
  const send = (act: 'versions' | 'signature' | 'refusal', body: object): void => {
    mutateAsync({ act, body, key: key.current }).then(done, (refusal: unknown) => {
      if (isRefused(refusal)) key.current = newKey();
    });
  };
  return { send, isPending, error };
}
