import { notFound } from 'next/navigation';
import { Problem } from '@/lib/access/problem';

/** For `.catch`: what is not there, or not for this person, gets the page that says so. */
export function orNotFound(error: unknown): never {
  if (error instanceof Problem && error.code === 'NOT_FOUND') notFound();
  throw error;
}
