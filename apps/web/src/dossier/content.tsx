import type { DossierView } from '../api/contracts';
import { useForm } from '../api/use-dossier';
import { numberText, t } from '../messages/t';

interface Figure {
  target: string;
  value: number | null;
  numerator?: number;
  denominator?: number;
  reason?: string;
  explanation?: string;
}
interface Said {
  figures?: Figure[];
  narrative?: string;
  nil?: { reason: string };
  sections?: Record<string, string>;
}

/** What stands handed in, each figure beside its target and the period before. */
export function Content({ owed }: { owed: DossierView }) {
  const { data: form } = useForm(owed.id);
  const { figures = [], narrative, nil, sections = {} } = owed.submission!.content as Said;
  const cells = new Map(form?.cells.map((cell) => [cell.target, cell]));
  const titles = new Map(form?.sections.map(({ id, title }) => [id, title]));
  return (
    <section aria-labelledby="content">
      <h2 id="content">{t('content')}</h2>
      {nil && <p className="note">{t('nil', { reason: nil.reason })}</p>}
      {figures.length > 0 && (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t('col.target')}</th>
              <th scope="col">{t('col.value')}</th>
              <th scope="col">{t('col.assigned')}</th>
              <th scope="col">{t('col.last')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => {
              const cell = cells.get(figure.target);
              return (
                <tr key={figure.target}>
                  <th scope="row">{cell?.name ?? figure.target}</th>
                  <td data-label={t('col.value')} className="number">
                    {valueText(figure)} {figure.value !== null && cell?.unit}
                    {(figure.reason ?? figure.explanation) !== undefined && (
                      <span className="line small">{figure.reason ?? figure.explanation}</span>
                    )}
                  </td>
                  <td data-label={t('col.assigned')} className="number">
                    {cell?.assigned == null ? '–' : numberText(cell.assigned)}
                  </td>
                  <td data-label={t('col.last')} className="number">
                    {cell?.last.final?.value == null ? '–' : numberText(cell.last.final.value)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {narrative !== undefined && <p className="words">{narrative}</p>}
      {Object.entries(sections).map(([id, text]) => (
        <div key={id}>
          <h3>{titles.get(id) ?? id}</h3>
          <p className="words">{text}</p>
        </div>
      ))}
    </section>
  );
}

function valueText({ value, numerator, denominator }: Figure): string {
  const parts = numerator === undefined ? '' : ` (${numberText(numerator)}/${numberText(denominator ?? 0)})`;
  return value === null ? t('no-figure') : `${numberText(value)}${parts}`;
}
