import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { newKey, write } from '../api/client';
import { useOverview } from '../api/use-console';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';
import { NumberInput, Select } from './inputs';
import { act } from './use-preparation';

/** Last year's campaign as the beginning of this year's: every day moves, nothing holds before it is confirmed. */
export function CopyForm() {
  const { viewer } = usePost();
  const { data } = useOverview();
  const navigate = useNavigate();
  const key = useRef(newKey());
  const [campaign, setCampaign] = useState('');
  const [years, setYears] = useState<number | null>(1);
  const [error, setError] = useState<Error | null>(null);
  if (!data || data.campaigns.length === 0) return null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { key: name, answered } = act(key);
    setError(null);
    try {
      const path = `/preparations/from-campaign/${encodeURIComponent(campaign)}`;
      const { preparation } = await write<{ preparation: string }>(viewer, path, { body: { years }, key: name });
      answered();
      await navigate({ to: '/chuan-bi/$id/$step', params: { id: preparation, step: 'van-ban' } });
    } catch (refusal) {
      answered(refusal);
      setError(refusal as Error);
    }
  };
  return (
    <details>
      <summary>{t('prepare.copy')}</summary>
      <form className="answer" onSubmit={(event) => void submit(event)}>
        <Select
          label={t('prepare.copy.of')}
          value={campaign}
          set={setCampaign}
          options={data.campaigns.map(({ id, name }) => [id, name])}
        />
        <NumberInput label={t('prepare.copy.years')} value={years} set={setYears} min={1} />
        <Refused error={error} />
        <button type="submit">{t('prepare.copy.do')}</button>
      </form>
    </details>
  );
}
