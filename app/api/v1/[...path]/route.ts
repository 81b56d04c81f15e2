import { Problem } from '@/lib/access/problem';
import { rest } from '@/lib/access/server/rest';

const nowhere = () => Promise.reject(new Problem('NOT_FOUND'));

/** Addresses the API does not have. */
export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: nowhere,
  POST: nowhere,
  PUT: nowhere,
  PATCH: nowhere,
  DELETE: nowhere,
});
