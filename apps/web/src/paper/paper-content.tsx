import type { DossierView } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { fieldsOf, type PaperKind } from './papers';

/** What stands handed in of a paper of a few words. */
export function PaperContent({ owed, kind }: { owed: DossierView; kind: PaperKind }) {
  const content = owed.submission!.content as Record<string, string>;
  return (
    <section aria-labelledby="content">
      <h2 id="content">{t('content')}</h2>
      <dl>
        {fieldsOf(kind).map(([name, type]) => (
          <div key={name}>
            <dt className="small">{t(`paper.${name}`)}</dt>
            <dd>{type === 'yes' ? t('yes') : type === 'day' ? dayText(content[name]!) : content[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
