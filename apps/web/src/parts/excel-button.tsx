import { useMutation } from '@tanstack/react-query';
import { download } from '../api/client';
import { t } from '../messages/t';
import { Refused } from './refused';
import { usePost } from '../sign-in/use-post';

/** The list as it is seen, as an Excel file made by the server. @param path of the API, with the filters of the screen */
export function ExcelButton({ path, name }: { path: string; name: string }) {
  const { viewer, post } = usePost();
  const { mutate, isPending, error } = useMutation({ mutationFn: () => download(viewer, path, `${name}.xlsx`) });
  if (post === null) return null;
  return (
    <>
      <button type="button" className="no-print" disabled={isPending} onClick={() => mutate()}>
        {t('excel')}
      </button>
      <Refused error={error} inline />
    </>
  );
}
