'use client';

import { type FormEvent, useRef, useState } from 'react';
import { type SignInResult, signIn } from '@/components/shell/auth-client';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/inputs';

/** Texts of the form; `errors.locked` holds `{minutes}`. */
export interface SignInTexts {
  username: string;
  password: string;
  code: string;
  codeHint: string;
  submit: string;
  pending: string;
  demoTitle: string;
  demoHint: string;
  errors: Record<'wrong' | 'locked' | 'code' | 'unreachable', string>;
}

/** A demo person with the roles already in words. */
export interface DemoChoice {
  username: string;
  password: string;
  name: string;
  about: string;
}

type Refusal = Extract<SignInResult, { ok: false }>;

function refusalText(refusal: Refusal, texts: SignInTexts): string {
  const text = texts.errors[refusal.reason];
  return refusal.reason === 'locked' ? text.replace('{minutes}', String(refusal.minutes)) : text;
}

/** Only addresses of this site, so that a link cannot lead elsewhere after signing in. */
function safeTarget(target: string | null): string {
  return target && /^\/(?![/\\])/.test(target) ? target : '/';
}

export function SignInForm({
  texts,
  people,
}: {
  texts: SignInTexts;
  people: readonly DemoChoice[];
}) {
  const form = useRef<HTMLFormElement>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, setPending] = useState(false);
  const [asksCode, setAsksCode] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    setPending(true);
    setRefusal(null);
    const result = await signIn(fields);
    if (result.ok) {
      const from = new URLSearchParams(window.location.search).get('callbackUrl');
      window.location.assign(safeTarget(from));
      return;
    }
    setPending(false);
    setRefusal(result);
    if (result.reason === 'code') setAsksCode(true);
  };
  const fill = (person: DemoChoice) => {
    const field = (name: string) => form.current?.elements.namedItem(name) as HTMLInputElement;
    field('username').value = person.username;
    field('password').value = person.password;
    form.current?.querySelector<HTMLButtonElement>('[type="submit"]')?.focus();
  };

  return (
    <>
      <form ref={form} method="post" onSubmit={submit}>
        <div role="alert">
          {refusal && (
            <p className="mb-4 rounded-md bg-red-pale px-3 py-2 text-red">
              {refusalText(refusal, texts)}
            </p>
          )}
        </div>
        <div className="space-y-4">
          <Input
            name="username"
            label={texts.username}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Input
            name="password"
            type="password"
            label={texts.password}
            autoComplete="current-password"
            required
          />
          {asksCode && (
            <Input
              name="totp"
              label={texts.code}
              hint={texts.codeHint}
              inputMode="numeric"
              autoComplete="one-time-code"
              pattern="[0-9]{6}"
              autoFocus
              required
            />
          )}
          <Button
            type="submit"
            variant="primary"
            disabled={pending}
            aria-busy={pending}
            className="w-full"
          >
            {pending ? texts.pending : texts.submit}
          </Button>
        </div>
      </form>
      {people.length > 0 && <DemoPeople {...{ texts, people }} onPick={fill} />}
    </>
  );
}

function DemoPeople({
  texts,
  people,
  onPick,
}: {
  texts: SignInTexts;
  people: readonly DemoChoice[];
  onPick: (person: DemoChoice) => void;
}) {
  return (
    <section className="mt-6 border-t border-line pt-4">
      <h2 className="font-semibold">{texts.demoTitle}</h2>
      <p className="mb-2 text-xs text-faint">{texts.demoHint}</p>
      <ul className="grid gap-1 sm:grid-cols-2">
        {people.map((person) => (
          <li key={person.username}>
            <button
              type="button"
              onClick={() => onPick(person)}
              className="flex min-h-11 w-full flex-col justify-center rounded-md border border-line px-3 py-1 text-start hover:border-accent hover:bg-accent-pale"
            >
              <span className="font-medium">{person.name}</span>
              <span className="text-xs text-faint">{person.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
