import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/access/server';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes: csrf, callback/credentials, session, signout. */
function handler(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

export { handler as GET, handler as POST };
