/** One promise of the product and what this run showed. */
export interface Promised {
  name: string;
  ratio: number;
  limit: number;
  atLeast?: boolean;
}

/** Prints every promise with its limit; answers whether all were kept. */
export function report(promises: readonly Promised[]): boolean {
  console.log('\nratio      limit      promise');
  const kept = promises.map(({ name, ratio, limit, atLeast }) => {
    const isKept = atLeast ? ratio >= limit : ratio <= limit;
    const bound = `${atLeast ? '≥' : '≤'} ${limit.toFixed(3)}`;
    console.log(
      `${ratio.toFixed(3).padEnd(10)} ${bound.padEnd(10)} ${name}  ${isKept ? 'kept' : 'BROKEN'}`,
    );
    return isKept;
  });
  return kept.every(Boolean);
}
