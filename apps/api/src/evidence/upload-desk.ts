import { Injectable } from '@nestjs/common';
import { localDateOf, refuse, type Refusal } from '#libs/domain';
import { appendBytes, completeUpload, refusalOf, type Checksum } from '#libs/evidence';
import { evidenceLimitsOn } from '#libs/rules';
import { claimUpload, gridFiles, releaseUpload, Store, uploadOf, type UploadDoc } from '#libs/store';

/** Uploads of one report: how they stand, more bytes, and their end. */
@Injectable()
export class UploadDesk {
  constructor(private readonly store: Store) {}

  /** An upload that goes on; refused where it is over or was never begun here. */
  async open(obligation: string, id: string): Promise<UploadDoc | Refusal> {
    const upload = await this.standing(obligation, id);
    return 'refused' in upload || upload.state === 'open' ? upload : refuse('upload-gone');
  }

  /** How it stands; one whose bytes are all here is completed first, in case a process died before it did. */
  async standing(obligation: string, id: string): Promise<UploadDoc | Refusal> {
    const upload = await this.find(obligation, id);
    if (!upload) return refuse('upload-gone');
    if (upload.state !== 'open' || upload.offset < upload.length) return refusalOf(upload) ?? upload;
    const token = await claimUpload(this.store, id, upload.length);
    return token === null ? refuse('upload-busy') : this.complete(upload, token);
  }

  /** @param offset where the sender believes it stands */
  async append(
    obligation: string,
    id: string,
    offset: number,
    source: AsyncIterable<Buffer>,
    checksum: Checksum | null,
  ): Promise<UploadDoc | Refusal> {
    const seen = await this.open(obligation, id);
    if ('refused' in seen) return seen;
    if (seen.offset !== offset) return refuse('upload-offset', { offset: seen.offset });
    const token = await claimUpload(this.store, id, offset);
    // held by somebody else, or moved on since it was read
    const upload = await this.find(obligation, id);
    if (token === null || !upload) {
      const moved = upload && upload.offset !== offset;
      return moved ? refuse('upload-offset', { offset: upload.offset }) : refuse('upload-busy');
    }
    const appended = await appendBytes(this.store, upload, { id, token, offset }, source, checksum).catch(
      async (error: unknown) => {
        await releaseUpload(this.store, id, token);
        throw error;
      },
    );
    if (!('refused' in appended) && appended.offset === upload.length)
      return this.complete((await this.find(obligation, id))!, token);
    await releaseUpload(this.store, id, token);
    return 'refused' in appended ? appended : { ...upload, offset: appended.offset };
  }

  private async complete(upload: UploadDoc, token: string): Promise<UploadDoc | Refusal> {
    const { obligation, _id, at } = upload;
    try {
      await completeUpload(this.store, gridFiles(this.store), upload, token, evidenceLimitsOn(localDateOf(at)));
    } finally {
      await releaseUpload(this.store, _id, token);
    }
    const ended = await this.find(obligation, _id);
    if (!ended || ended.state === 'open') return refuse('upload-busy');
    return refusalOf(ended) ?? ended;
  }

  private async find(obligation: string, id: string): Promise<UploadDoc | null> {
    const upload = await uploadOf(this.store, id);
    return upload?.obligation === obligation && upload.expiresAt > new Date() ? upload : null;
  }
}
