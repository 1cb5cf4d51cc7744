import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Frame } from './frame/frame';
import { MyWorkPage } from './work/my-work-page';
import { NotFound } from './parts/states';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

/** What one is told first: the own work. Everything else is fetched when it is opened. */
const work = createRoute({ getParentRoute: () => root, path: '/', component: MyWorkPage });

const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/phong-trao',
  component: lazyRouteComponent(() => import('./campaigns/campaigns-page'), 'CampaignsPage'),
});

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/phong-trao/$campaign',
  component: lazyRouteComponent(() => import('./campaigns/campaign-page'), 'CampaignPage'),
});

/** Marks and words by which the matrix is filtered stand in the address, so that a view can be sent to somebody. */
const matrix = createRoute({
  getParentRoute: () => root,
  path: '/phong-trao/$campaign/theo-doi',
  validateSearch: (search: Record<string, unknown>): { mark?: string; find?: string } => ({
    ...(typeof search.mark === 'string' && { mark: search.mark }),
    ...(typeof search.find === 'string' && { find: search.find }),
  }),
  component: lazyRouteComponent(() => import('./matrix/matrix-page'), 'MatrixPage'),
});

const dossier = createRoute({
  getParentRoute: () => root,
  path: '/viec/$obligation',
  component: lazyRouteComponent(() => import('./dossier/dossier-page'), 'DossierPage'),
});

const entry = createRoute({
  getParentRoute: () => root,
  path: '/viec/$obligation/nhap',
  component: lazyRouteComponent(() => import('./entry/entry-page'), 'EntryPage'),
});

const preparations = createRoute({
  getParentRoute: () => root,
  path: '/chuan-bi',
  component: lazyRouteComponent(() => import('./prepare/preparations-page'), 'PreparationsPage'),
});

/** Every step of a preparation has an address, and so has every word of the text that a fact rests on. */
const wizard = createRoute({
  getParentRoute: () => root,
  path: '/chuan-bi/$id/$step',
  validateSearch: (search: Record<string, unknown>): { field?: string } =>
    typeof search.field === 'string' ? { field: search.field } : {},
  component: lazyRouteComponent(() => import('./prepare/wizard-page'), 'WizardPage'),
});

/** The bare address of a preparation is its first step. */
const preparation = createRoute({
  getParentRoute: () => root,
  path: '/chuan-bi/$id',
  beforeLoad: ({ params }) =>
    redirect({ to: '/chuan-bi/$id/$step', params: { id: params.id, step: 'van-ban' }, replace: true, throw: true }),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/tham-dinh',
  component: lazyRouteComponent(() => import('./review/queue-page'), 'QueuePage'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/thong-bao',
  component: lazyRouteComponent(() => import('./notices/notices-page'), 'NoticesPage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/tai-khoan',
  validateSearch: (search: Record<string, unknown>): { state?: string; find?: string } => ({
    ...(typeof search.state === 'string' && { state: search.state }),
    ...(typeof search.find === 'string' && { find: search.find }),
  }),
  component: lazyRouteComponent(() => import('./accounts/accounts-page'), 'AccountsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    work,
    campaigns,
    campaign,
    matrix,
    dossier,
    entry,
    review,
    notices,
    preparations,
    preparation,
    wizard,
    accounts,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
