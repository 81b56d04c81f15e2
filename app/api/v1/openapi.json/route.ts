import { json, restPublic } from '@/lib/access/server/rest';
import { openApi } from '@/lib/api/openapi';
import { PRODUCT_VERSION } from '@/lib/platform/version';

export const { GET, POST, PUT, PATCH, DELETE } = restPublic(async () =>
  json(openApi(PRODUCT_VERSION)),
);
