import { t } from '../../messages/t';
import { AnswerForm } from '../answer-form';
import { Ground, NumberInput, Select, TextInput } from '../inputs';
import { isOffered, saidOf, standing, type About } from '../units/about';
import type { Answer } from '../use-preparation';

type Route = Answer<'route'>;
const ROUTES = ['council_open', 'standing_body', 'external', 'none'] as const;

/** The way to an award: who proposes, who decides, how many. */
export const RouteForm = ({ view, offer }: About) => (
  <AnswerForm<Route>
    view={view}
    title={t('part.route')}
    offered={isOffered(offer, 'route')}
    slot="route"
    said={(now) => saidOf(now, 'route')}
    start={standing(offer, 'route') ?? ({ route: '', quota: 0, decidedBy: '', ground: '' } as unknown as Route)}
    answers={(route) => ({ route })}
  >
    {(value, set) => (
      <>
        <Select
          label={t('part.route')}
          value={value.route}
          set={(route) => set({ ...value, route })}
          options={ROUTES.map((one) => [one, t(`route.${one}`)])}
        />
        <NumberInput
          label={t('route.quota')}
          value={value.quota}
          set={(quota) => set({ ...value, quota: quota ?? 0 })}
        />
        <TextInput
          label={t('route.decided-by')}
          value={value.decidedBy}
          set={(decidedBy) => set({ ...value, decidedBy })}
          required={value.route !== 'none'}
        />
        <Ground value={value.ground} set={(ground) => set({ ...value, ground })} />
      </>
    )}
  </AnswerForm>
);
