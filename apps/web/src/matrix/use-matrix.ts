import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { read } from '../api/client';
import type { MatrixView } from '../api/contracts';
import { usePace } from '../live/pace';
import { usePost } from '../sign-in/use-post';

/** Units of one question, and as many as a browser keeps at hand. */
const PAGE = 2_000;
const MOST = 10_000;

/** All units of a campaign, page after page; `cut` where there are more than a browser keeps at hand. */
export function useMatrix(campaign: string) {
  const { viewer } = usePost();
  const query = useInfiniteQuery({
    queryKey: ['matrix', viewer, campaign],
    queryFn: ({ pageParam, signal }) =>
      read<MatrixView>(
        viewer,
        `/campaigns/${encodeURIComponent(campaign)}/matrix?limit=${PAGE}${pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }, pages) => (pages.length * PAGE < MOST ? next : null),
    refetchInterval: usePace(60_000),
  });
  const { data, hasNextPage, isFetching, fetchNextPage, isError } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const view = data && together(data.pages);
  const cut = (data?.pages.at(-1)?.next ?? null) !== null && !hasNextPage;
  return { ...query, view, cut, part: hasNextPage };
}

/** A column of any page is a column; its due day is the earliest. */
function together(pages: MatrixView[]): MatrixView {
  const columns = new Map<string, MatrixView['columns'][number]>();
  for (const column of pages.flatMap((page) => page.columns)) {
    const before = columns.get(column.id);
    columns.set(column.id, before && before.dueAt < column.dueAt ? before : column);
  }
  return { ...pages[0]!, columns: [...columns.values()], rows: pages.flatMap(({ rows }) => rows), next: null };
}
