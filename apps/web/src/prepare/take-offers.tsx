import type { OfferView, PreparationView } from '../api/contracts';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import type { Part } from './use-preparation';
import { useWish } from './use-wish';

interface Props {
  view: PreparationView;
  offer: OfferView;
  parts: readonly Part[];
}

/** Parts that nobody has said and something is offered for; the bodies count where one of them is open. */
export const offeredParts = ({ known, offered }: OfferView, parts: readonly Part[]): Part[] =>
  parts.filter((part) => {
    if (part === 'bodies')
      return Object.keys(offered.bodies ?? {}).some((one) => !Object.hasOwn(known.bodies ?? {}, one));
    if (part === 'followUps') return (offered.followUps ?? []).length > 0 && (known.followUps ?? []).length === 0;
    if (part === 'periods' && (known.regime || offered.regime)) return false;
    if (part === 'regime' && known.periods) return false;
    return offered[part] !== undefined && known[part as keyof typeof known] === undefined;
  });

/** Takes everything that is offered in a step at once; each part can be changed afterwards like any other answer. */
export function TakeOffers({ view, offer, parts }: Props) {
  const { send, isPending, error } = useWish(view.id);
  const open = offeredParts(offer, parts);
  if (view.state !== 'open' || open.length === 0) return null;
  const answers = Object.fromEntries(open.map((part) => [part, offer.offered[part]]));
  return (
    <section aria-label={t('prepare.offers')} className="no-print">
      <p>
        {t('prepare.offers.n', {
          n: open.length,
          parts: open.map((part) => t(`part.${part}` as 'part.code')).join(', '),
        })}
      </p>
      <p className="small">{t('prepare.offers.help')}</p>
      <button type="button" className="main" disabled={isPending} onClick={() => void send('answers', { answers })}>
        {t('prepare.offers.take')}
      </button>
      <Refused error={error} />
    </section>
  );
}
