import { useId } from 'react';
import type { DossierView, PaperOf } from '../api/contracts';
import { SignerOptions } from '../covenants/signer-options';
import { t } from '../messages/t';
import { FigureField, figureOf, typedText } from '../parts/figure-field';
import { levelText } from '../registration/level-text';
import { usePost } from '../sign-in/use-post';
import { HandIn } from './hand-in';
import { useTyped } from './use-typed';

interface Signing {
  signedBy: string;
  /** By target, as typed. */
  pledges: Record<string, string>;
}

/** A covenant that a unit signs alone: whose signature it bears, and what it pledges of each target. */
export function CovenantForm({ owed, paper }: { owed: DossierView; paper: PaperOf<'covenant'> }) {
  const post = usePost().post!;
  const field = useId();
  const { targets, open } = paper;
  const signers = paper.signers.length > 0 ? paper.signers : [{ post, title: post, name: null }];
  const { typed, change, forget } = useTyped<Signing>(owed, () => begun(paper, signers, post));
  const content = () => ({
    signedBy: typed.signedBy,
    pledges: targets.map(({ target }) => {
      const read = figureOf(typed.pledges[target] ?? '');
      return { target, value: 'value' in read ? read.value : null };
    }),
  });
  const ready = targets.every(({ target }) => !('fault' in figureOf(typed.pledges[target] ?? '')));
  const shut = (part: string): boolean => open !== null && !open.includes(part);
  return (
    <HandIn owed={owed} content={content} ready={ready} press="covenant.alone.sign" done={forget}>
      {(faultAt) => (
        <>
          <p className="small">{t('covenant.alone.help')}</p>
          <p>
            <label htmlFor={field}>{t('covenant.alone.who')}</label>
            <select
              id={field}
              value={typed.signedBy}
              disabled={shut('signedBy')}
              onChange={({ target }) => change({ signedBy: target.value })}
            >
              <SignerOptions signers={signers} />
            </select>
          </p>
          {targets.map((one) => (
            <FigureField
              key={one.target}
              label={one.name}
              measure={one.measure}
              help={levelText(one)}
              value={typed.pledges[one.target] ?? ''}
              change={(text) => change({ pledges: { ...typed.pledges, [one.target]: text } })}
              fault={faultAt(`pledges.${one.target}`)}
              disabled={shut(`pledges.${one.target}`)}
            />
          ))}
        </>
      )}
    </HandIn>
  );
}

/** What was pledged before, else what is assigned; signed by who signed, else by the reader where they sign. */
function begun({ given, targets }: PaperOf<'covenant'>, signers: { post: string }[], post: string): Signing {
  const known = [given?.signedBy, post].find((one) => signers.some((signer) => signer.post === one));
  return {
    signedBy: known ?? signers[0]!.post,
    pledges: Object.fromEntries(
      targets.map(({ target, assigned }) => {
        const said = given?.pledges.find((one) => one.target === target);
        return [target, typedText(said ? said.value : assigned)];
      }),
    ),
  };
}
