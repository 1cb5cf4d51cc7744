import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { LateView, OverviewView, PageOf, TimelineView } from './contracts';
import { usePace } from '../live/pace';
import { usePost } from '../sign-in/use-post';
import { read } from './client';

/** Often enough for a wall screen; the API answers from sheets. */
const REFRESH_MS = 15_000;
/** Entries shown before "Xem thêm". */
const PAGE = 20;

export function useOverview() {
  const { viewer } = usePost();
  return useQuery({
    queryKey: ['overview', viewer],
    queryFn: ({ signal }) => read<OverviewView>(viewer, '/overview', signal),
    refetchInterval: usePace(REFRESH_MS),
  });
}

const after = (path: string, cursor: string): string =>
  `${path}?limit=${PAGE}${cursor === '' ? '' : `&after=${encodeURIComponent(cursor)}`}`;

export function useLate(campaign: string) {
  const { viewer } = usePost();
  return useInfiniteQuery({
    queryKey: ['late', viewer, campaign],
    queryFn: ({ pageParam, signal }) =>
      read<PageOf<LateView>>(viewer, after(`/campaigns/${campaign}/late`, pageParam), signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePace(REFRESH_MS),
    placeholderData: keepPreviousData,
  });
}

/** @param about a campaign, or one obligation of it */
export function useTimeline(about: { campaign: string; obligation: string | null }) {
  const { viewer } = usePost();
  const path =
    about.obligation === null ? `/campaigns/${about.campaign}/timeline` : `/obligations/${about.obligation}/timeline`;
  return useInfiniteQuery({
    queryKey: ['timeline', viewer, path],
    queryFn: ({ pageParam, signal }) => read<TimelineView>(viewer, after(path, pageParam), signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePace(REFRESH_MS),
  });
}
