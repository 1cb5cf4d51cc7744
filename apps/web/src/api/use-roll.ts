import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usePost } from '../sign-in/use-post';
import { read, write } from './client';
import type { RollView } from './contracts';

const pathOf = (id: string): string => `/sessions/${encodeURIComponent(id)}`;

/** A session of the council: who is called, who is there, how many have voted. */
export function useRoll(id: string) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['session', post, id],
    queryFn: ({ signal }) => read<RollView>(viewer, `${pathOf(id)}/roll`, signal),
    enabled: post !== null,
    refetchInterval: 15_000,
  });
}

/** Opens it with the members present. */
export function useOpenSession(id: string) {
  const { viewer, post } = usePost();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: { present: string[]; revision: number }; key: string }) =>
      write<object>(viewer, `${pathOf(id)}/open`, { body, key }),
    onSettled: () => client.invalidateQueries({ queryKey: ['session', post, id] }),
  });
}
