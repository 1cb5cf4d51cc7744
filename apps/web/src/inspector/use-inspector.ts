import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, write } from '../api/client';
import type { AheadView, CampaignUnits, DayWhyView, FindingsView, HistoryView, WorkflowPage } from '../api/contracts';
import { usePages, withQuery } from '../api/use-pages';
import { usePost } from '../sign-in/use-post';
import type { HistorySearch, OperationsSearch } from './search';

/** History is read, not watched: often enough to see what an act came to. */
const REFRESH_MS = 30_000;
/** Lines shown before "Xem thêm". */
const PAGE = 30;

const campaignPath = (campaign: string, what: string): string => `/campaigns/${encodeURIComponent(campaign)}/${what}`;

export function useHistory(campaign: string, { kind, unit, round, obligation, day }: HistorySearch) {
  const { post } = usePost();
  const asked = { kind, unit, round, obligation, day };
  return usePages<HistoryView>({
    queryKey: ['inspector', post, 'history', campaign, asked],
    path: campaignPath(campaign, 'history'),
    asked,
    limit: PAGE,
    enabled: post !== null,
    refetchInterval: REFRESH_MS,
    keep: true,
  });
}

export function useAhead(campaign: string, { unit, round, obligation, within = '8' }: HistorySearch) {
  const { viewer, post } = usePost();
  const asked = { unit, round, obligation, days: within };
  return useQuery({
    queryKey: ['inspector', post, 'ahead', campaign, asked],
    queryFn: ({ signal }) => read<AheadView>(viewer, withQuery(campaignPath(campaign, 'ahead'), asked), signal),
    enabled: post !== null,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}

export function useDayWhy(campaign: string, { unit, day }: HistorySearch) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['inspector', post, 'why', campaign, unit, day],
    queryFn: ({ signal }) => read<DayWhyView>(viewer, withQuery(campaignPath(campaign, 'why'), { unit, day }), signal),
    enabled: post !== null && !!unit && !!day,
  });
}

export function useUnits(campaign: string | undefined) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['inspector', post, 'units', campaign],
    queryFn: ({ signal }) => read<CampaignUnits>(viewer, campaignPath(campaign!, 'units'), signal),
    enabled: post !== null && campaign !== undefined,
    staleTime: 600_000,
  });
}

export function useWorkflows({ campaign, unit, state }: OperationsSearch) {
  const { post } = usePost();
  const asked = { campaign, unit, state };
  return usePages<WorkflowPage>({
    queryKey: ['inspector', post, 'workflows', asked],
    path: '/workflows',
    asked,
    limit: PAGE,
    enabled: post !== null,
    keep: true,
  });
}

/** Looked for when asked: it reads everything. */
export function useFindings(wanted: boolean) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['inspector-findings', post],
    queryFn: ({ signal }) => read<FindingsView>(viewer, '/findings', signal),
    enabled: post !== null && wanted,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** An act with its reason; everything the inspector shows is fresh afterwards. */
export function useCare(path: string) {
  const { viewer } = usePost();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: object; key: string }) => write<object>(viewer, path, { body, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inspector'] }),
  });
}
