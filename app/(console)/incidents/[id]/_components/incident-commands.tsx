'use client';

import { CommandHost } from '@/components/incident/command-host';
import type { EffectsView } from '@/components/incident/effects';
import type { FailureText, FormTexts, Sheet } from '@/components/incident/sheet';
import { runCommand } from '../../../actions';
import { explainFailure, openForm, previewCommand, tellWriting, whatChanged } from '../actions';

async function load(
  incidentId: string,
  type: string,
  preset: Record<string, string>,
): Promise<Sheet | null> {
  const result = await openForm({ incidentId, type, preset });
  return result?.data ?? null;
}

async function preview(request: Parameters<typeof previewCommand>[0]): Promise<EffectsView | null> {
  const result = await previewCommand(request);
  if (!result?.data && result?.serverError) throw new Error(result.serverError.code);
  return result?.data ?? null;
}

async function tell(request: Parameters<typeof tellWriting>[0]) {
  const result = await tellWriting(request);
  return result?.data ?? null;
}

/** Connects the page's command buttons with the actions on the server. */
export function IncidentCommands({
  incidentId,
  texts,
  changedBy,
}: {
  incidentId: string;
  texts: FormTexts;
  /** Sentence that leads the list of what others did: 期间有人办理： */
  changedBy: string;
}) {
  const send = async (request: {
    incidentId: string;
    type: string;
    input: Record<string, unknown>;
    expectedVersion: number;
  }): Promise<FailureText | null> => {
    const result = await runCommand(request);
    if (result?.data) return null;
    const failed = result?.serverError ?? { code: 'INTERNAL' as const };
    const isStale = failed.code === 'CONFLICT' || failed.reason === 'stale_version';
    const [said, changes] = await Promise.all([
      explainFailure({
        code: failed.code,
        ...(failed.reason ? { reason: failed.reason } : {}),
        ...(failed.detail ? { detail: failed.detail } : {}),
        ...(failed.reference ? { reference: failed.reference } : {}),
      }),
      isStale ? whatChanged({ incidentId, version: request.expectedVersion }) : null,
    ]);
    const lines = changes?.data ?? [];
    const needed = failed.detail?.field;
    return {
      what: said?.data ?? texts.offline,
      ...(lines.length > 0 ? { todo: `${changedBy}${lines.join('；')}` } : {}),
      fields: {
        ...Object.fromEntries((failed.errors ?? []).map(({ path }) => [path, texts.invalid])),
        ...(typeof needed === 'string' ? { [needed]: texts.required } : {}),
      },
      isStale,
    };
  };
  const handlers = { send, preview, tell };
  return <CommandHost incidentId={incidentId} texts={texts} load={load} handlers={handlers} />;
}
