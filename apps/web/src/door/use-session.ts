import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '../api/contracts';
import { send } from '../api/client';

const KEY = ['session'];

/** Who this browser is signed in as. */
export const useSession = () =>
  useQuery({ queryKey: KEY, queryFn: () => send<SessionView>('GET', '/session'), staleTime: 60_000 });

/** Something that changes who one is: what was read as somebody else is forgotten. */
export function useDoor<T>(act: (input: T) => Promise<SessionView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (session) => {
      // an answer still on its way tells who one was before
      await client.cancelQueries({ queryKey: KEY });
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
      client.setQueryData(KEY, session);
    },
  });
}

/** Signs out here, or on every device. */
export const leave = async (path: '/me/sign-ins/own' | '/me/sign-ins'): Promise<SessionView> => {
  await send('DELETE', path);
  return send<SessionView>('GET', '/session');
};
