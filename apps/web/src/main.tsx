import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/client';
import { Gate } from './door/gate';
import { loadMessages } from './messages/t';
import { router } from './router';
import './console.css';

/** A refusal stays a refusal; only a broken line is tried again. */
const retry = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof ApiProblem && error.status < 500);

/** A sign-in that ended, or a post that was lost: the gate asks again who one is. */
const queryCache = new QueryCache({
  onError: (error) => {
    const lost = error instanceof ApiProblem && /^(sign-in-|post-)/.test(error.code);
    if (lost) void client.invalidateQueries({ queryKey: ['session'] });
  },
});
const client = new QueryClient({ queryCache, defaultOptions: { queries: { retry, staleTime: 5_000 } } });

await loadMessages();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Gate>
        <RouterProvider router={router} />
      </Gate>
    </QueryClientProvider>
  </StrictMode>,
);
