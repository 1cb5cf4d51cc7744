import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, isRefused, newKey, read, write } from '../api/client';
import type { LoadView, OfferView, PickedUnitsView, PreparationUnitsView, PreparationView } from '../api/contracts';
import { usePost } from '../sign-in/use-post';

export type Answers = OfferView['offered'];
export type Part = keyof Answers;
/** A part as it is answered in full. */
export type Answer<P extends Part> = NonNullable<Answers[P]>;

const pathOf = (id: string): string => `/preparations/${encodeURIComponent(id)}`;
export const keyOf = (post: string | null, id: string, what: string) => ['preparation', post, id, what];

function useAbout<T>(id: string, what: string, enabled = true) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: keyOf(post, id, what),
    queryFn: ({ signal }) => read<T>(viewer, `${pathOf(id)}${what === '' ? '' : `/${what}`}`, signal),
    enabled: post !== null && enabled,
    staleTime: 60_000,
  });
}

/** What was read, said, confirmed, and what the gate still asks. */
export const usePreparation = (id: string) => useAbout<PreparationView>(id, '');
/** What stands, and what the product would answer. */
export const useOffer = (id: string) => useAbout<OfferView>(id, 'offer');
/** The units to choose from. */
export const useUnits = (id: string) => useAbout<PreparationUnitsView>(id, 'units');
/** What it comes to by day and by post; refused while no plan can be composed. */
export const useLoad = (id: string, composes: boolean) => useAbout<LoadView>(id, 'load', composes);

/** Whom a selector picks. Asked, not stored. */
export function usePicked(body: { under: string; on: string; select: object } | null) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['picked', post, body],
    queryFn: () => write<PickedUnitsView>(viewer, '/planning/units', { body }),
    enabled: post !== null && body !== null,
    staleTime: Infinity,
  });
}

export const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'stale-revision';

/** What the server says of a command. */
export interface Told {
  revision: number;
  campaign?: string;
}

interface Act {
  act: string;
  body: object;
  key: string;
}

/**
 * Commands on a preparation, each with the revision that is on the screen. What was written makes everything about it fresh;
 * so does a refusal because somebody else wrote before.
 */
export function useCommand(id: string) {
  const { viewer, post } = usePost();
  const client = useQueryClient();
  const fresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['preparation', post, id] });
  /** As it stands on the server now. */
  const again = async (): Promise<PreparationView> => {
    await client.refetchQueries({ queryKey: keyOf(post, id, '') });
    return client.getQueryData<PreparationView>(keyOf(post, id, ''))!;
  };
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async ({ act, body, key }: Act) => {
      const revision = client.getQueryData<PreparationView>(keyOf(post, id, ''))?.revision;
      const method = act === 'answers' ? 'PATCH' : 'POST';
      return write<Told>(viewer, `${pathOf(id)}/${act}`, {
        method,
        body: act === 'launch' || act === 'discard' ? body : { ...body, revision },
        key,
      });
    },
    onSuccess: ({ revision }) => {
      client.setQueryData<PreparationView>(keyOf(post, id, ''), (view) => view && { ...view, revision });
      return Promise.all([fresh(), client.invalidateQueries({ queryKey: ['preparations', post] })]);
    },
    onError: (error) => (isStale(error) ? fresh() : undefined),
  });
  return { run: mutateAsync, again, isPending };
}

/** One act at a time: a second press before the answer is the same act; after an answer it is another. */
export function act(key: { current: string }): { key: string; answered: (error?: unknown) => void } {
  return {
    key: key.current,
    answered: (error) => {
      if (error === undefined || isRefused(error)) key.current = newKey();
    },
  };
}
