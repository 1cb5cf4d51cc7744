import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { usePost } from '../sign-in/use-post';
import { read } from './client';

export type Asked = Record<string, string | undefined>;

/** A path with what is asked of it; what is empty is not asked. */
export function withQuery(path: string, asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => !!pair[1]));
  return query.size ? `${path}?${query.toString()}` : path;
}

interface Paged {
  queryKey: QueryKey;
  path: string;
  /** Lines of one page. */
  limit: number;
  /** Filters beside the page. */
  asked?: Asked;
  enabled?: boolean;
  /** ms */
  refetchInterval?: number;
  /** Shows what stood before while other filters are asked for. */
  keep?: boolean;
}

/** A list that the server gives page by page, each naming where the next begins. */
export function usePages<P extends { next: string | null }>({
  path,
  limit,
  asked = {},
  keep = false,
  ...query
}: Paged) {
  const { viewer } = usePost();
  return useInfiniteQuery({
    ...query,
    queryFn: ({ pageParam, signal }) =>
      read<P>(viewer, withQuery(path, { ...asked, limit: String(limit), after: pageParam }), signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    ...(keep && { placeholderData: keepPreviousData }),
  });
}

/** The lines of all pages fetched so far. */
export const itemsOf = <T>(data: { pages: { items: T[] }[] } | undefined): T[] =>
  data?.pages.flatMap(({ items }) => items) ?? [];
