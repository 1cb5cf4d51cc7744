import type { PreparationView } from '../../api/contracts';
import { t } from '../../messages/t';
import { AnswerForm } from '../answer-form';
import { DayInput, Ground, Select, TextInput } from '../inputs';
import type { Answer, Answers } from '../use-preparation';
import { wordOf } from './field-word';

const HEAD = ['name', 'theme', 'issuer', 'number', 'issueDate', 'signatory', 'calendar'] as const;
type HeadField = (typeof HEAD)[number];
type Editable = HeadField | 'start' | 'end';
export const isHead = (field: string): field is Editable =>
  (HEAD as readonly string[]).includes(field) || field === 'start' || field === 'end';

const saidIn = (view: PreparationView): Answers => view.answers;

/** An officer's value in the place of the text's. */
export function FieldForm({ view, field, value }: { view: PreparationView; field: Editable; value: string }) {
  return field === 'start' || field === 'end' ? (
    <DatedForm view={view} field={field} value={value} />
  ) : (
    <HeadForm view={view} field={field} value={value} />
  );
}

/** What may be empty on a document that is not numbered yet. */
const NULLABLE: HeadField[] = ['theme', 'number', 'issueDate'];

function HeadForm({ view, field, value }: { view: PreparationView; field: HeadField; value: string }) {
  return (
    <AnswerForm<string>
      view={view}
      title={wordOf(field)}
      slot={`head.${field}`}
      said={(now) => saidIn(now).head?.[field] ?? undefined}
      start={value}
      answers={(said) => ({ head: { [field]: said === '' && NULLABLE.includes(field) ? null : said } })}
    >
      {(said, set) => {
        const ask = { label: wordOf(field), value: said, set, required: !NULLABLE.includes(field) };
        if (field === 'issueDate') return <DayInput {...ask} />;
        if (field === 'calendar')
          return (
            <Select
              {...ask}
              options={[
                ['vn-5d', t('calendar.vn-5d')],
                ['vn-6d', t('calendar.vn-6d')],
              ]}
            />
          );
        return <TextInput {...ask} long={field === 'name' || field === 'theme'} />;
      }}
    </AnswerForm>
  );
}

function DatedForm({ view, field, value }: { view: PreparationView; field: 'start' | 'end'; value: string }) {
  return (
    <AnswerForm<Answer<'start'>>
      view={view}
      title={wordOf(field)}
      slot={field}
      said={(now) => saidIn(now)[field] ?? undefined}
      start={saidIn(view)[field] ?? { value, inferred: true, ground: '' }}
      answers={(said) => ({ [field]: said })}
    >
      {(said, set) => (
        <>
          <DayInput label={wordOf(field)} value={said.value} set={(day) => set({ ...said, value: day })} />
          <Ground value={said.ground} set={(ground) => set({ ...said, ground })} />
        </>
      )}
    </AnswerForm>
  );
}
