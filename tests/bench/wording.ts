import { diffWords } from '@/lib/incident/word-diff';
import { percentile } from './numbers';

const LENGTH = 3000;
const PARAGRAPHS = [
  '经核实，22日中午，第二食堂部分菜品存在异味，共有12名学生反映不适，均已送医检查，目前情况稳定。',
  '学校已停用该批次食材，封存留样，并邀请属地监管部门到场检测，检测结果将于次日18时前公布。',
  '我们向受到影响的学生和家长致歉，校领导已逐一看望。如有疑问，请拨打值班电话。',
];

/** A text of 3,000 characters, and the same with every so many words changed. */
function versions(changedPerThousand: number): [before: string, after: string] {
  let before = '';
  while (before.length < LENGTH) before += `${PARAGRAPHS[before.length % 3]}\n`;
  before = before.slice(0, LENGTH);
  const after = [...before]
    .map((character, index) =>
      character !== '\n' && (index * 7919) % 1000 < changedPerThousand ? '改' : character,
    )
    .join('');
  return [before, after];
}

/** Milliseconds, 95th percentile, for the difference of two versions of 3,000 characters. */
export function diffP95Ms(): number {
  const pairs = [5, 20, 100, 300].map(versions);
  const whole = PARAGRAPHS.join('').repeat(30).slice(0, LENGTH);
  pairs.push([whole, whole.replaceAll('的', '之').replaceAll('，', '；')]);
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    for (const [before, after] of pairs) {
      const startedAt = performance.now();
      diffWords(before, after);
      times.push(performance.now() - startedAt);
    }
  }
  return percentile(times, 95);
}
