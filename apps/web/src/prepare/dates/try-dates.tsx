import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { write } from '../../api/client';
import type { LevelDatesView } from '../../api/contracts';
import { dayText, t } from '../../messages/t';
import { Badge } from '../../parts/badge';
import { Refused } from '../../parts/refused';
import { usePost } from '../../sign-in/use-post';
import { DayInput, Select } from '../inputs';
import { Rows } from '../rows';

/** Tries out, without storing anything, how much time each level would have between a close and the top's day. */
export function TryDates() {
  const { viewer } = usePost();
  const [cutoff, setCutoff] = useState('');
  const [due, setDue] = useState('');
  const [kind, setKind] = useState<'vn-5d' | 'vn-6d'>('vn-5d');
  const [levels, setLevels] = useState([
    { level: t('try.unit'), wants: 5 },
    { level: t('try.standing'), wants: 3 },
  ]);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => write<LevelDatesView>(viewer, '/planning/level-dates', { body: { cutoff, due, levels, kind } }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate();
  };
  return (
    <section aria-labelledby="try" className="no-print">
      <details>
        <summary id="try">{t('try')}</summary>
        <form className="answer" onSubmit={submit}>
          <DayInput label={t('periods.to')} value={cutoff} set={setCutoff} />
          <DayInput label={t('try.due')} value={due} set={setDue} />
          <Select
            label={t('word.calendar')}
            value={kind}
            set={setKind}
            options={[
              ['vn-5d', t('calendar.vn-5d')],
              ['vn-6d', t('calendar.vn-6d')],
            ]}
          />
          <Rows
            caption={t('try.levels')}
            columns={[
              { name: 'level', label: t('dates.level'), type: 'text' },
              { name: 'wants', label: t('try.wants'), type: 'number' },
            ]}
            rows={levels}
            set={setLevels}
            fresh={() => ({ level: '', wants: 2 })}
            add={t('level.add')}
          />
          <p className="tools">
            <button type="submit" disabled={isPending}>
              {t('try.do')}
            </button>
          </p>
        </form>
        <Refused error={error} />
        {data && (
          <div role="status">
            <p>{t('try.slack', { n: data.slack })}</p>
            <ul>
              {data.levels.map(({ level, due: day, has, wants, starved }) => (
                <li key={level}>
                  {level}: <strong>{dayText(day)}</strong> · {t('try.has', { has, wants })}{' '}
                  {starved && <Badge tone="soon">{t('try.starved')}</Badge>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </details>
    </section>
  );
}
