import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usePost } from '../sign-in/use-post';
import { read, write } from './client';
import type { CovenantListView, CovenantView } from './contracts';

export const covenantPath = (id: string): string => `/covenants/${encodeURIComponent(id)}`;

/** @param campaign one campaign only */
export function useCovenants(campaign: string | undefined) {
  const { viewer, post } = usePost();
  const query = campaign === undefined ? '' : `?campaign=${encodeURIComponent(campaign)}`;
  return useQuery({
    queryKey: ['covenants', post, campaign ?? ''],
    queryFn: ({ signal }) => read<CovenantListView>(viewer, `/covenants${query}`, signal),
    enabled: post !== null,
  });
}

export function useCovenant(id: string) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['covenant', post, id],
    queryFn: ({ signal }) => read<CovenantView>(viewer, covenantPath(id), signal),
    enabled: post !== null,
    refetchOnWindowFocus: false, // what is being signed is not exchanged under the hand
  });
}

/** One act on a covenant; its key lives as long as the wish. */
export function useCovenantAct(id: string) {
  const { viewer, post } = usePost();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, body, key }: { act: 'versions' | 'signature' | 'refusal'; body: object; key: string }) =>
      write<object>(viewer, `${covenantPath(id)}/${act}`, { body, key }),
    onSettled: () =>
      Promise.all(
        [
          ['covenant', post, id],
          ['covenants', post],
          ['work', post],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
