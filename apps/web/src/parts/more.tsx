import { t } from '../messages/t';

interface Props {
  /** A list that is fetched page by page. */
  list: { hasNextPage: boolean; fetchNextPage: () => unknown };
}

/** The next page of a list, where there is one. */
export const More = ({ list }: Props) =>
  list.hasNextPage && (
    <button type="button" className="no-print" onClick={() => void list.fetchNextPage()}>
      {t('more')}
    </button>
  );
