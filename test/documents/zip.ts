import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part as it will lie in the zip; `claimed` and `flags` make a zip that lies. */
export interface Part {
  name: string;
  data: Buffer | string;
  /** already deflated */
  raw?: boolean;
  /** bytes it says to expand to */
  claimed?: number;
  flags?: number;
}

/** A zip, written by hand so that it can lie as well. */
export function zip(parts: Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, raw = false, claimed, flags = 0x0800 } of parts) {
    const plain = Buffer.from(data as string);
    const packed = raw ? plain : deflateRawSync(plain);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(raw ? 0 : checksum(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed ?? plain.length, 18);
    common.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, title]));
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const checksum = crc32 as (data: Buffer) => number;

/** Raw deflate of one block said over and over: a kilobyte stands for a megabyte, and costs no more to make. */
export function deflatedOver(block: Buffer, times: number, head = '', tail = ''): Buffer {
  const flushed = (data: Buffer | string) => deflateRawSync(data, { finishFlush: constants.Z_FULL_FLUSH });
  const once = flushed(block);
  return Buffer.concat([flushed(head), ...Array.from({ length: times }, () => once), deflateRawSync(tail)]);
}
