import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/client';
import { loadMessages } from './messages/t';
import { router } from './router';
import { PostProvider } from './sign-in/use-post';
import './console.css';

/** A refusal stays a refusal; only a broken line is tried again. */
const retry = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof ApiProblem && error.status < 500);

const client = new QueryClient({ defaultOptions: { queries: { retry, staleTime: 5_000 } } });

await loadMessages();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <PostProvider>
        <RouterProvider router={router} />
      </PostProvider>
    </QueryClientProvider>
  </StrictMode>,
);
