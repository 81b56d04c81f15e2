import 'server-only';
import { Problem } from '../problem';

/** Largest body the API takes, in bytes. */
export const BODY_MAX = 2 * 1024 * 1024;

/**
 * The JSON object a request carries.
 * @throws Problem TOO_LARGE above 2 MB, INVALID_INPUT for anything but a JSON object in UTF-8
 */
export async function readJsonBody(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request);
  const value = parse(bytes);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw invalid('the body must be a JSON object');
  }
  return value as Record<string, unknown>;
}

/**
 * The text a request carries.
 * @throws Problem TOO_LARGE above 2 MB, INVALID_INPUT for anything but UTF-8
 */
export async function readTextBody(request: Request): Promise<string> {
  const bytes = await readBytes(request);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('the body is no text in UTF-8');
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_MAX) throw new Problem('TOO_LARGE');
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > BODY_MAX) {
      await reader?.cancel();
      throw new Problem('TOO_LARGE');
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid('the body is not JSON');
  }
}

function invalid(message: string): Problem {
  return new Problem('INVALID_INPUT', { errors: [{ path: '', message }] });
}
