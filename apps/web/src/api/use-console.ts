import { useQuery } from '@tanstack/react-query';
import type { LateView, OverviewView, PageOf, TimelineView } from './contracts';
import { usePace } from '../live/pace';
import { usePost } from '../sign-in/use-post';
import { read } from './client';
import { usePages } from './use-pages';

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

export function useLate(campaign: string) {
  const { viewer } = usePost();
  return usePages<PageOf<LateView>>({
    queryKey: ['late', viewer, campaign],
    path: `/campaigns/${campaign}/late`,
    limit: PAGE,
    refetchInterval: usePace(REFRESH_MS),
    keep: true,
  });
}

/** @param about a campaign, or one obligation of it */
export function useTimeline(about: { campaign: string; obligation: string | null }) {
  const { viewer } = usePost();
  const path =
    about.obligation === null ? `/campaigns/${about.campaign}/timeline` : `/obligations/${about.obligation}/timeline`;
  return usePages<TimelineView>({
    queryKey: ['timeline', viewer, path],
    path,
    limit: PAGE,
    refetchInterval: usePace(REFRESH_MS),
  });
}
