import { useQuery } from '@tanstack/react-query';
import { usePost } from '../sign-in/use-post';
import { read } from './client';
import type { PaperView } from './contracts';

/** What a paper asks; kept under the obligation, so that an act makes it fresh. */
export function usePaper(id: string) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['obligation', post, id, 'paper'],
    queryFn: ({ signal }) => read<PaperView>(viewer, `/obligations/${encodeURIComponent(id)}/paper`, signal),
    enabled: post !== null,
  });
}
