import { useQuery } from '@tanstack/react-query';
import { usePost } from '../sign-in/use-post';
import { read } from './client';
import type { RegistrationView } from './contracts';

/** What a registration asks; kept under the obligation, so that an act makes it fresh. @param wanted false for other papers */
export function useRegistration(id: string, wanted = true) {
  const { viewer, post } = usePost();
  return useQuery({
    queryKey: ['obligation', post, id, 'registration'],
    queryFn: ({ signal }) =>
      read<RegistrationView>(viewer, `/obligations/${encodeURIComponent(id)}/registration`, signal),
    enabled: post !== null && wanted,
    gcTime: 0, // whoever comes back sees the draft as it is now
    refetchOnWindowFocus: false, // what is being typed is not replaced
  });
}
