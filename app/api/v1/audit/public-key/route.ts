import { restPublic } from '@/lib/access/server/rest';
import { publicSigningKey } from '@/lib/platform/signing-key';

export const dynamic = 'force-dynamic';

export const { GET, POST, PUT, PATCH, DELETE } = restPublic(
  async () =>
    new Response(publicSigningKey(), { headers: { 'content-type': 'application/x-pem-file' } }),
);
