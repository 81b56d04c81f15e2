import { createPublicKey } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { splitLines } from '@/lib/audit/lines';
import { type BundleResult, verifyBundle } from '@/lib/audit/verify-bundle';
import { verifyDigest } from '@/lib/platform/signature';

const USAGE = 'usage: npm run verify -- FILE.jsonl [--key PUBLIC.pem]';
const EXIT = { good: 0, fault: 1, usage: 2 } as const;

const SIGNATURES = {
  none: 'not signed',
  unchecked: 'signed; the signature was not checked, give --key PUBLIC.pem',
  valid: 'signature valid',
} as const satisfies Record<BundleResult['signature'], string>;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.error(`${options}\n${USAGE}`);
    return EXIT.usage;
  }
  try {
    const lines = splitLines(createReadStream(options.file));
    return report(await verifyBundle(lines, options.check));
  } catch (error) {
    console.error(`cannot read ${options.file}: ${messageOf(error)}`);
    return EXIT.fault;
  }
}

function report({ ok, events, streams, signature, fault }: BundleResult): number {
  if (ok) {
    console.log(`verified ${events} events, ${streams} streams`);
    console.log(SIGNATURES[signature]);
    return EXIT.good;
  }
  console.log(`line ${fault?.line}: ${fault?.message} [${fault?.reason}]`);
  console.log(`NOT verified; ${events} events before it were good`);
  return EXIT.fault;
}

function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { key: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return 'exactly one file is needed';
    return { file, check: values.key === undefined ? {} : signatureCheck(values.key) };
  } catch (error) {
    return messageOf(error);
  }
}

/** Reads the key before the file, so that a wrong key is told at once. */
function signatureCheck(path: string) {
  const publicKeyPem = readFileSync(path, 'utf8');
  const type = createPublicKey(publicKeyPem).asymmetricKeyType;
  if (type !== 'ed25519') throw new TypeError(`${path} is not an Ed25519 key (${type})`);
  return { publicKeyPem, verifySignature: verifyDigest };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
