import { t } from './messages/t';

/** The work that an address `/viec/<id>` names; ids begin with the code of their campaign. */
export function linkedWork(path: string): { campaign: string; obligation: string; title: string } | null {
  const id = /^\/viec\/([^/]+)$/.exec(path)?.[1];
  if (id === undefined) return null;
  const obligation = decodeURIComponent(id);
  return { campaign: obligation.slice(0, obligation.indexOf('.')), obligation, title: t('linked') };
}
