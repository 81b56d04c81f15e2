import 'server-only';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import Busboy, { type BusboyFileStream } from '@fastify/busboy';
import { Problem } from '@/lib/access/problem';
import { EVIDENCE_MAX_BYTES } from '../accepted';
import { fileFault } from './fault';
import { type Spooled, spool } from './incoming';

/** Room for the form around the file, in bytes. */
const FORM_BYTES = 1024 * 1024;
const LIMITS = { files: 1, fields: 4, parts: 6, fieldSize: 4096, headerPairs: 40 };

export interface Upload {
  /** As the sender called it. */
  fileName: string;
  about: string | null;
  file: Spooled;
}

/**
 * Reads `multipart/form-data` with one `file` and an optional `about`, the file straight to `path`.
 * @throws Problem TOO_LARGE, INVALID_INPUT, UNAVAILABLE
 */
export async function readUpload(request: Request, path: string): Promise<Upload> {
  const contentType = request.headers.get('content-type') ?? '';
  const { body } = request;
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(contentType) || !body) {
    throw fileFault('missing');
  }
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > EVIDENCE_MAX_BYTES + FORM_BYTES) throw fileFault('tooLarge');
  const form = new Form(contentType, path);
  return form.read(Readable.fromWeb(body as ReadableStream));
}

class Form {
  private readonly stop = new AbortController();
  private about: string | null = null;
  private fileName = '';
  private stream: BusboyFileStream | null = null;
  private spooling: Promise<Spooled | null> = Promise.resolve(null);
  private failure: unknown = null;

  constructor(
    private readonly contentType: string,
    private readonly path: string,
  ) {}

  async read(source: Readable): Promise<Upload> {
    try {
      await pipeline(source, this.parser(), { signal: this.stop.signal });
    } catch (error) {
      this.stream?.destroy();
      const failure = this.failure ?? error;
      await this.spooling;
      throw failure instanceof Problem ? failure : fileFault('broken');
    }
    const file = await this.spooling;
    if (this.failure) throw this.failure;
    if (!file) throw fileFault('missing');
    return { fileName: this.fileName, about: this.about, file };
  }

  private parser() {
    const headers = { 'content-type': this.contentType };
    const parser = new Busboy({ headers, limits: LIMITS });
    parser.on('file', (field, stream, fileName) => {
      if (field === 'file' && !this.stream) this.take(stream, fileName);
      else stream.resume();
    });
    parser.on('field', (field, value) => {
      if (field === 'about' && value.trim() !== '') this.about = value.trim();
    });
    return parser;
  }

  private take(stream: BusboyFileStream, fileName: string): void {
    this.stream = stream;
    this.fileName = writtenName(fileName ?? '');
    this.spooling = spool(stream, this.path).catch((error: unknown) => {
      this.failure = error;
      this.stop.abort();
      return null;
    });
  }
}

/** Browsers write three characters of a name in percents (HTML Standard, multipart form data). */
function writtenName(name: string): string {
  return name.replace(/%22/g, '"').replace(/%0[ad]/gi, ' ');
}
