import { json, restPublic } from '@/lib/access/server/rest';
import { healthOf } from '@/lib/escalation/server/health';

export const dynamic = 'force-dynamic';

export const { GET, POST, PUT, PATCH, DELETE } = restPublic(async () => {
  const health = await healthOf();
  return json(health, health.status === 'ok' ? 200 : 503);
});
