'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { runCommand } from '../actions';

/** Says that an escalation was seen: from then on nobody else is called. */
export function AcknowledgeButton({
  incidentId,
  deadlineId,
  texts,
}: {
  incidentId: string;
  deadlineId: string;
  texts: Record<'label' | 'title' | 'done' | 'failed', string>;
}) {
  const [isPending, start] = useTransition();
  const acknowledge = () =>
    start(async () => {
      const result = await runCommand({
        incidentId,
        type: 'acknowledgeEscalation',
        input: { deadlineId },
      }).catch(() => undefined);
      if (result?.data) toast(texts.done);
      else toast(texts.failed, 'failed');
    });
  return (
    <Button
      size="sm"
      variant="primary"
      title={texts.title}
      disabled={isPending}
      aria-busy={isPending}
      onClick={acknowledge}
    >
      {texts.label}
    </Button>
  );
}
