import { Problem } from '@/lib/access/problem';
import { restPublic } from '@/lib/access/server/rest';
import { readFeed } from '@/lib/duty/server';
import { localeOfHeader } from '@/lib/i18n/locales';

/** A calendar by its secret address; `.ics` may follow. */
export const { GET, POST, PUT, PATCH, DELETE } = restPublic(async (request) => {
  const last = new URL(request.url).pathname.split('/').at(-1) ?? '';
  const locale = localeOfHeader(request.headers.get('accept-language'));
  const calendar = await readFeed(last.replace(/\.ics$/, ''), locale);
  if (calendar === null) throw new Problem('UNAUTHENTICATED');
  return new Response(calendar, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="roster.ics"',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    },
  });
});
