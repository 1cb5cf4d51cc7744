import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { newKey, read, write } from '../api/client';
import type { AccountView, UninvitedView } from '../api/contracts';
import { instantText, t } from '../messages/t';
import { usePost } from '../sign-in/use-post';

export type AccountAct = 'invitation' | 'disabled' | 'sign-out';

interface Answer {
  ended?: number;
  address?: string;
  until?: string;
  mail?: { state: string; answer: string };
}

export interface Wish {
  act: AccountAct;
  person: string;
  name: string;
}

export function useAccounts() {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['accounts', post, 'list'],
    queryFn: ({ signal }) => read<{ items: AccountView[] }>(viewer, '/accounts', signal),
  });
}

export function useUninvited(find: string) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['accounts', post, 'uninvited', find],
    queryFn: ({ signal }) =>
      read<UninvitedView>(viewer, `/accounts/uninvited?find=${encodeURIComponent(find)}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** One act on one account; the sentence that it gives is said once. */
export function useAccountAct() {
  const { viewer } = usePost();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ act, person, name }: Wish) => {
      const answer = await write<Answer>(viewer, `/accounts/${act}`, { body: { person }, key: newKey() });
      return doneText(act, name, answer);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

function doneText(act: AccountAct, name: string, { ended = 0, address = '', until, mail }: Answer): string {
  if (act !== 'invitation') return t(`account.done.${act}`, { name, ended });
  if (mail?.state === 'sent') return t('account.done.invitation', { address, until: instantText(until ?? '') });
  return t('account.done.unsent', { address, answer: mail?.answer ?? '' });
}
