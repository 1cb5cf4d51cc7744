import { useState } from 'react';
import type { DossierView, ImportView } from '../api/contracts';
import { useCheck } from '../api/use-dossier';
import { t } from '../messages/t';
import { usePost } from '../sign-in/use-post';
import { CellRow } from './cell-row';
import { DifficultyFields } from './difficulty-fields';
import { EXPLANATION, NIL, sectionPath, type Form, type OpenRemark } from './fields';
import { Foot } from './foot';
import { Import } from './import';
import { Spreadsheet } from './spreadsheet';
import { useDraft } from './use-draft';
import { WordField } from './word-field';

interface Props {
  form: Form;
  owed: DossierView;
  remarks: OpenRemark[];
}

/** Cells with what is known beside them, sections of words, and what keeps the report from being handed in. */
export function EntryForm({ form, owed, remarks }: Props) {
  const { viewer, post } = usePost();
  const draft = useDraft(viewer, form);
  const [checking, check] = useState(false);
  const [found, find] = useState<ImportView | null>(null);
  const [replies, reply] = useState<Record<string, string>>({});
  const judged = useCheck(form.obligation, checking);
  const faults = checking ? (judged.data?.faults ?? []) : [];
  const faultsAt = (prefix: string) => faults.filter(({ field }) => field === prefix || field.startsWith(`${prefix}.`));
  const remarksAt = (path: string) => remarks.filter((remark) => remark.path === path);
  const others = form.draft.editors.filter((one) => one.post !== post);
  const known = { draft, replies, reply: (id: string, text: string) => reply((all) => ({ ...all, [id]: text })) };
  return (
    <>
      {others.length > 0 && (
        <p className="note">{t('entry.others', { who: [...new Set(others.map((one) => one.post))].join(', ') })}</p>
      )}
      <Spreadsheet form={form} found={find} />
      {found && <Import found={found} draft={draft} form={form} close={() => find(null)} />}
      {form.cells.length > 0 && (
        <section aria-labelledby="figures">
          <h2 id="figures">{t('entry.figures')}</h2>
          <p className="help">{t('entry.help')}</p>
          {form.cells.map((cell) => (
            <CellRow
              key={cell.target}
              cell={cell}
              form={form}
              faults={faultsAt(`figures.${cell.target}`)}
              remarks={remarksAt(`figures.${cell.target}`)}
              found={find}
              {...known}
            />
          ))}
        </section>
      )}
      <section aria-labelledby="words">
        <h2 id="words">{t('entry.words')}</h2>
        {form.sections.map(({ id, title, required }) => (
          <WordField
            key={id}
            path={sectionPath(id)}
            label={title}
            required={required}
            faults={faultsAt(sectionPath(id))}
            remarks={remarksAt(sectionPath(id))}
            rows={4}
            {...known}
          />
        ))}
        <WordField
          path={NIL}
          label={t('entry.nil')}
          help={t('entry.nil.help')}
          faults={faultsAt(NIL)}
          remarks={[]}
          rows={2}
          {...known}
        />
        {faultsAt(EXPLANATION).length > 0 && (
          <WordField
            path={EXPLANATION}
            label={t('entry.explain-all')}
            faults={faultsAt(EXPLANATION)}
            remarks={[]}
            rows={2}
            {...known}
          />
        )}
      </section>
      <DifficultyFields obligation={form.obligation} draft={draft} faults={faultsAt('difficulties')} />
      <Foot
        form={form}
        owed={owed}
        draft={draft}
        replies={replies}
        remarks={remarks}
        checking={checking}
        faults={faults}
        unconfirmed={checking ? (judged.data?.unconfirmed ?? []) : []}
        check={async () => {
          await draft.flush();
          check(true);
          return (await judged.refetch()).data;
        }}
      />
    </>
  );
}
