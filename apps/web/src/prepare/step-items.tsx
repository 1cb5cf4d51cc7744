import type { PreparationView } from '../api/contracts';
import { t } from '../messages/t';
import { ItemRow } from './item-row';
import { stepOf, type Step } from './steps';

/** What is open in a step, before everything else that stands there. Questions, defects and targets have rows of their own. */
export function StepItems({ view, step }: { view: PreparationView; step: Step }) {
  const items = view.gate.items.filter((item) => stepOf(item) === step && (item.open || item.severity === 'warning'));
  const open = items.filter((item) => item.open).length;
  return (
    <section aria-labelledby="open-items">
      <h2 id="open-items">{t('prepare.open')}</h2>
      <p role="status">{open === 0 ? `✓ ${t('prepare.open.none')}` : t('prepare.open.n', { n: open })}</p>
      {items.length > 0 && (
        <details open={open > 0 && open <= 6}>
          <summary>{t('prepare.open.show', { n: items.length })}</summary>
          <ul className="items">
            {items.map((item) => (
              <ItemRow key={item.id} view={view} item={item} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
