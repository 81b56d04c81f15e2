/** Runs once when the web process starts: refuses a role that could rewrite the record. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { assertAppendOnly } = await import('@/lib/platform/db');
  const { startAuditor } = await import('@/lib/escalation/server');
  const { closeStreamsAtExit } = await import('@/lib/notify/server');
  await assertAppendOnly();
  startAuditor();
  closeStreamsAtExit();
}
