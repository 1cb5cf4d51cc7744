import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usePost } from '../sign-in/use-post';
import { newKey, read, write } from './client';
import type { ChainView, DossierView, FormView, ReportCheck, RoundsView, Wire } from './contracts';

/** Everything that is asked about one obligation, under one key, so that an act makes all of it fresh. */
const about = (post: string | null, id: string, what: string) => ['obligation', post, id, what];
const pathOf = (id: string): string => `/obligations/${encodeURIComponent(id)}`;

export function useDossier(id: string) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: about(post, id, 'one'),
    queryFn: ({ signal }) => read<DossierView>(viewer, pathOf(id), signal),
    enabled: post !== null,
  });
}

export function useRounds(id: string) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: about(post, id, 'rounds'),
    queryFn: ({ signal }) => read<RoundsView>(viewer, `${pathOf(id)}/rounds`, signal),
    enabled: post !== null,
  });
}

export function useChain(id: string) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: about(post, id, 'chain'),
    queryFn: ({ signal }) => read<ChainView>(viewer, `${pathOf(id)}/chain`, signal),
    enabled: post !== null,
  });
}

/** A form of what has none is not found: papers such as a registration are filled in elsewhere. */
export function useForm(id: string) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: about(post, id, 'form'),
    queryFn: ({ signal }) => read<Wire<FormView>>(viewer, `${pathOf(id)}/form`, signal),
    enabled: post !== null,
    refetchOnWindowFocus: false, // what is being typed is not replaced
  });
}

export function useCheck(id: string, wanted: boolean) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: about(post, id, 'check'),
    queryFn: ({ signal }) => read<ReportCheck>(viewer, `${pathOf(id)}/form/check`, signal),
    enabled: post !== null && wanted,
    staleTime: 0,
  });
}

/** One command on an obligation; its key lives as long as the wish, so that a second press is the same act. */
export function useAct(id: string) {
  const { viewer, post } = usePost();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, body, key = newKey() }: { act: string; body: object; key?: string }) =>
      write<object>(viewer, `${pathOf(id)}/${act}`, { body, key }),
    onSuccess: () =>
      Promise.all(
        [
          ['obligation', post, id],
          ['work', post],
          ['queue', post],
          ['timeline', viewer],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
