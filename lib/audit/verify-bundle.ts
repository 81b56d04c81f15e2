import { type BundleFault, FoundFault } from './bundle-fault';
import type { BundleHeader, BundleTrailer } from './bundle-format';
import { BundleReader } from './bundle-reader';
import { LineError } from './lines';

/** Outcome of a check. `unchecked` means: there is a signature and no key was given. */
export interface BundleResult {
  readonly ok: boolean;
  readonly events: number;
  readonly streams: number;
  readonly signature: 'none' | 'unchecked' | 'valid';
  readonly header?: BundleHeader;
  readonly fault?: BundleFault;
}

/** With both a key and the function given, a bundle must bear a valid signature. */
export interface BundleCheck {
  readonly publicKeyPem?: string | undefined;
  readonly verifySignature?:
    | ((publicKeyPem: string, digest: Uint8Array, signature: string) => boolean | Promise<boolean>)
    | undefined;
}

/**
 * Checks a timeline bundle from its lines (without their LF), holding one line and one head per
 * stream: header, every event's place and hash, totals, the digest of all bytes, the signature.
 * Stops at the first fault and names it. Without a signature the check shows that the bundle is
 * whole and consistent, not who wrote it: a chain can be computed anew by anybody.
 */
export async function verifyBundle(
  lines: AsyncIterable<string> | Iterable<string>,
  check: BundleCheck = {},
): Promise<BundleResult> {
  const reader = new BundleReader();
  let signature: BundleResult['signature'] = 'none';
  try {
    for await (const text of lines) reader.read(text);
    signature = await checkSignature(reader.finish(), reader, check);
    return { ok: true, ...reader.counts(), signature };
  } catch (error) {
    if (error instanceof LineError) {
      const fault = { line: error.line, reason: 'line' as const, message: error.message };
      return { ok: false, ...reader.counts(), signature, fault };
    }
    if (!(error instanceof FoundFault)) throw error;
    return { ok: false, ...reader.counts(), signature, fault: error.fault };
  }
}

async function checkSignature(
  { signature }: BundleTrailer,
  reader: BundleReader,
  { publicKeyPem, verifySignature }: BundleCheck,
): Promise<BundleResult['signature']> {
  if (publicKeyPem === undefined || !verifySignature)
    return signature === undefined ? 'none' : 'unchecked';
  if (signature === undefined)
    reader.fail('signature', 'a key was given and the bundle is not signed');
  const valid = await verifySignature(publicKeyPem, reader.sum, signature);
  return valid
    ? 'valid'
    : reader.fail('signature', 'the signature was not made with this key over this file');
}
