/** A piece of evidence as the server recorded it. */
interface UploadedEvidence {
  id: string;
  /** `duplicate` when the incident held the same content before. */
  status: 'created' | 'duplicate';
}

/** What became of a file: recorded, or refused in words for the person. */
export type UploadOutcome =
  | { ok: true; evidence: UploadedEvidence }
  | {
      ok: false;
      /** Code of the problem, or `OFFLINE`, `CANCELLED`. */
      code: string;
      /** What happened, in the reader's language, where the server said it. */
      reason: string | null;
    };

export interface UploadOptions {
  /** What the file shows. */
  about?: string;
  /** Share of the bytes sent, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends one file as evidence of an incident, telling how far it is. Never throws. */
export function uploadEvidence(
  incidentId: string,
  file: File,
  { about, onProgress, signal }: UploadOptions = {},
): Promise<UploadOutcome> {
  const form = new FormData();
  if (about) form.set('about', about);
  form.set('file', file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (code: string) => resolve({ ok: false, code, reason: null });
    if (signal?.aborted) return fail('CANCELLED');
    request.open('POST', `/api/evidence/${encodeURIComponent(incidentId)}`);
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total);
    });
    request.addEventListener('load', () => resolve(outcomeOf(request)));
    request.addEventListener('error', () => fail('OFFLINE'));
    request.addEventListener('abort', () => fail('CANCELLED'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

function outcomeOf({ status, responseText }: XMLHttpRequest): UploadOutcome {
  const body = parse(responseText);
  if (status === 200 || status === 201) {
    const isDuplicate = body.status === 'duplicate';
    const evidence: UploadedEvidence = {
      id: String(body.id),
      status: isDuplicate ? 'duplicate' : 'created',
    };
    return { ok: true, evidence };
  }
  const [first] = Array.isArray(body.errors) ? (body.errors as { message?: unknown }[]) : [];
  const said = first?.message ?? body.detail;
  return {
    ok: false,
    code: typeof body.code === 'string' ? body.code : 'INTERNAL',
    reason: typeof said === 'string' ? said : null,
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
