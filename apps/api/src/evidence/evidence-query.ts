import { Inject, Injectable } from '@nestjs/common';
import { mayBeServed, scanStateOf, type ScanState } from '#libs/domain';
import { reportFiles } from '#libs/evidence';
import { contentsOf, evidenceBookOf, Store, type BoundFile, type EvidenceDoc, type UploadDoc } from '#libs/store';
import { API_OPTIONS, type ApiOptions } from '../api-options.js';

/** One content as it stands in one report. */
export interface FileInReport {
  file: BoundFile;
  content: EvidenceDoc;
  scan: ScanState;
}

/** Files of reports, as their readers see them; writes nothing. */
@Injectable()
export class EvidenceQuery {
  private readonly scanner: boolean;

  constructor(
    private readonly store: Store,
    @Inject(API_OPTIONS) options: ApiOptions,
  ) {
    this.scanner = options.scanner;
  }

  /** What is bound, what was handed in, and what is still on its way. */
  async list(obligation: string): Promise<object> {
    const files = await reportFiles(this.store, obligation, this.scanner);
    const items = files.map((file) => ({ ...file, url: mayBeServed(file.scan) ? urlOf(obligation, file.hash) : null }));
    return { obligation, items, uploads: await this.uploads(obligation) };
  }

  /** @returns null where this report does not have it: whether another one has is not told */
  async file(obligation: string, hash: string): Promise<FileInReport | null> {
    const book = await evidenceBookOf(this.store, obligation);
    const file = book && [...book.bound, ...book.submitted].find((one) => one.hash === hash);
    const content = file && (await contentsOf(this.store, [hash])).get(hash);
    return file && content ? { file, content, scan: scanStateOf(content.scan, file.since, this.scanner) } : null;
  }

  private async uploads(obligation: string): Promise<object[]> {
    const open = (await this.store.uploads
      .find({ obligation, state: 'open', expiresAt: { $gt: new Date() } })
      .sort({ _id: 1 })
      .limit(100)
      .toArray()) as unknown as UploadDoc[];
    return open.map(({ _id, path, name, length, offset, expiresAt }) => ({
      ...{ url: uploadUrl(obligation, _id), path, name, length, offset, expiresAt },
    }));
  }
}

export const urlOf = (obligation: string, hash: string): string => `/api/obligations/${obligation}/evidence/${hash}`;
export const uploadUrl = (obligation: string, upload: string): string =>
  `/api/obligations/${obligation}/evidence/uploads/${upload}`;
