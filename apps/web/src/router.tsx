import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Frame } from './frame/frame';
import { historySearch, operationsSearch } from './inspector/search';
import { MyWorkPage } from './work/my-work-page';
import { texts } from './parts/search';
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
  validateSearch: (search: Record<string, unknown>) => texts(search, ['mark', 'find']),
  component: lazyRouteComponent(() => import('./matrix/matrix-page'), 'MatrixPage'),
});

/** What a line of time is narrowed to, and how it is seen. */
const history = createRoute({
  getParentRoute: () => root,
  path: '/phong-trao/$campaign/lich-su',
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import('./inspector/history-page'), 'HistoryPage'),
});

const operations = createRoute({
  getParentRoute: () => root,
  path: '/van-hanh',
  validateSearch: operationsSearch,
  component: lazyRouteComponent(() => import('./inspector/operations-page'), 'OperationsPage'),
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
  validateSearch: (search: Record<string, unknown>) => texts(search, ['field']),
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

const registration = createRoute({
  getParentRoute: () => root,
  path: '/viec/$obligation/dang-ky',
  component: lazyRouteComponent(() => import('./registration/registration-page'), 'RegistrationPage'),
});

const paper = createRoute({
  getParentRoute: () => root,
  path: '/viec/$obligation/van-ban',
  component: lazyRouteComponent(() => import('./paper/paper-page'), 'PaperPage'),
});

const covenants = createRoute({
  getParentRoute: () => root,
  path: '/giao-uoc',
  validateSearch: (search: Record<string, unknown>) => texts(search, ['campaign']),
  component: lazyRouteComponent(() => import('./covenants/covenants-page'), 'CovenantsPage'),
});

const covenant = createRoute({
  getParentRoute: () => root,
  path: '/giao-uoc/$covenant',
  component: lazyRouteComponent(() => import('./covenants/covenant-page'), 'CovenantPage'),
});

const pledges = createRoute({
  getParentRoute: () => root,
  path: '/phong-trao/$campaign/dang-ky',
  validateSearch: (search: Record<string, unknown>) => texts(search, ['find']),
  component: lazyRouteComponent(() => import('./pledges/pledges-page'), 'PledgesPage'),
});

const leader = createRoute({
  getParentRoute: () => root,
  path: '/phong-trao/$campaign/lanh-dao',
  component: lazyRouteComponent(() => import('./leader/leader-page'), 'LeaderPage'),
});

/** A month that is none is as good as none: the server shows that of today. */
const month = createRoute({
  getParentRoute: () => root,
  path: '/lich',
  validateSearch: (search: Record<string, unknown>): { month?: string } =>
    typeof search.month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(search.month) ? { month: search.month } : {},
  component: lazyRouteComponent(() => import('./month/month-page'), 'MonthPage'),
});

const preferences = createRoute({
  getParentRoute: () => root,
  path: '/thong-bao/tuy-chon',
  component: lazyRouteComponent(() => import('./preferences/preferences-page'), 'PreferencesPage'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/thong-bao',
  component: lazyRouteComponent(() => import('./notices/notices-page'), 'NoticesPage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/tai-khoan',
  validateSearch: (search: Record<string, unknown>) => texts(search, ['state', 'find']),
  component: lazyRouteComponent(() => import('./accounts/accounts-page'), 'AccountsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[work, campaigns, campaign, matrix, pledges, leader, history],
    ...[dossier, entry, registration, paper, review, covenants, covenant],
    ...[month, notices, preferences, accounts, operations],
    ...[preparations, preparation, wizard],
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
