import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client';
import type { DifficultyListView, DifficultyOneView } from '../api/contracts';
import { usePost } from '../sign-in/use-post';

const pathOf = (id: string): string => `/obligations/${encodeURIComponent(id)}`;

/** What a report raised, in whatever attempt. Under the key of the report, so that handing it in makes it fresh. */
export function useRaised(report: string) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['obligation', post, report, 'difficulties'],
    queryFn: ({ signal }) => read<DifficultyListView>(viewer, `${pathOf(report)}/difficulties`, signal),
    enabled: post !== null,
  });
}

export function useDifficulty(id: string) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['obligation', post, id, 'difficulty'],
    queryFn: ({ signal }) => read<DifficultyOneView>(viewer, `${pathOf(id)}/difficulty`, signal),
    enabled: post !== null,
  });
}
