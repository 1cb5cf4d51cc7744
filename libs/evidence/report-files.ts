import { scanStateOf, type ScanState } from '#libs/domain';
import { contentsOf, evidenceBookOf, type BoundFile, type Store } from '#libs/store';

export interface ReportFile extends Omit<BoundFile, 'since'> {
  scan: ScanState;
  /** The next submission will name it. */
  bound: boolean;
  /** A submission has named it; it stays for ever. */
  submitted: boolean;
}

/** Every file of a report, by place: what is bound now, and what was ever handed in. @param scanner whether one is set up */
export async function reportFiles(store: Store, obligation: string, scanner: boolean): Promise<ReportFile[]> {
  const { bound = [], submitted = [] } = (await evidenceBookOf(store, obligation)) ?? {};
  const key = ({ path, hash }: Pick<BoundFile, 'path' | 'hash'>): string => `${path} ${hash}`;
  const [now, before] = [new Set(bound.map(key)), new Set(submitted.map(key))];
  const all = new Map([...submitted, ...bound].map((file) => [key(file), file]));
  const contents = await contentsOf(
    store,
    [...all.values()].map(({ hash }) => hash),
  );
  return [...all.keys()].sort().map((id) => {
    const { since, ...file } = all.get(id)!;
    const scan = scanStateOf(contents.get(file.hash)?.scan ?? null, since, scanner);
    return { ...file, scan, bound: now.has(id), submitted: before.has(id) };
  });
}
