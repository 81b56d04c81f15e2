import { json, rest } from '@/lib/access/server/rest';
import { commandList } from '@/lib/incident/command-schemas';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async () => json({ items: commandList(), nextCursor: null }),
});
