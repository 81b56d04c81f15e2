import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/lib/access/content-security-policy';
import { PATH_HEADER } from '@/lib/access/request-headers';

/**
 * Gives every page its content security policy with a fresh nonce, which Next puts on its own
 * scripts, and tells server components which path was asked for. Decides nothing about rights.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  matcher: ['/((?!api/|_next/|.*\\.[a-z0-9]+$).*)'],
};
