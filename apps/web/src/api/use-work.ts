import { useQuery } from '@tanstack/react-query';
import { usePace } from '../live/pace';
import { usePost } from '../sign-in/use-post';
import { read } from './client';
import type { WorkView } from './contracts';

/** Shared by the frame and the list of work: asked for once. */
export function useWork() {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['work', post],
    queryFn: ({ signal }) => read<WorkView>(viewer, '/work', signal),
    enabled: post !== null,
    refetchInterval: usePace(30_000),
  });
}
