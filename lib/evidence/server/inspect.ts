import 'server-only';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { acceptedType, faultOfText, faultOfType } from '../accepted';
import { compoundDocumentType } from './compound-file';
import { fileFault } from './fault';

const HEAD_BYTES = 64 * 1024;

/**
 * Media type of a file by its content alone; its name and what the sender called it do not count.
 * @throws Problem INVALID_INPUT with the reason when the type is not taken as evidence
 */
export async function inspect(path: string): Promise<string> {
  const mediaType = (await detectedType(path)) ?? (await plainText(path));
  if (!acceptedType(mediaType)) throw fileFault(faultOfType(mediaType));
  return mediaType;
}

async function detectedType(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path);
  if (!found) return null;
  const mediaType = found.mime.split(';')[0]?.trim() ?? found.mime;
  if (mediaType !== 'application/x-cfb') return mediaType;
  return withFile(path, async (file) => (await compoundDocumentType(file)) ?? mediaType);
}

/** @throws Problem INVALID_INPUT for what is no plain text in UTF-8 */
async function plainText(path: string): Promise<string> {
  const head = await withFile(path, async (file) => {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  });
  const fault = faultOfText(new TextDecoder('utf-8').decode(head));
  if (fault) throw fileFault(fault);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw fileFault('encoding');
    throw error;
  }
  return 'text/plain';
}

async function withFile<T>(path: string, act: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  return act(file).finally(() => file.close());
}
