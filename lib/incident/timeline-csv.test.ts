import { describe, expect, it } from 'vitest';
import { timelineCsv } from './timeline-csv';

const line = {
  seq: 1,
  type: 'note.added',
  actor: { kind: 'person' as const, id: 'p1', role: 'officer' },
  occurredAt: '2026-09-18T02:00:00.000Z',
  recordedAt: '2026-09-18T02:00:01.000Z',
  payload: { text: { content: '他说"好",\n就这样' } },
  hash: 'a'.repeat(64),
};

describe('a timeline as CSV', () => {
  it('has local times, names, quoted contents and a byte order mark', () => {
    const csv = timelineCsv([line], () => '沈知行');
    expect(csv.startsWith('\uFEFFseq,type,actor,role,')).toBe(true);
    expect(csv).toContain('1,note.added,沈知行,officer,2026-09-18 10:00,2026-09-18 10:00,');
    expect(csv).toContain('""content"":""他说\\""好\\"",\\n就这样""');
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('guard 5: personal data is masked, hashes and our own words are not', () => {
    const text = { content: '学生张小明，电话13812345678', body: '咨询电话0570-88881234' };
    const payload = { contentHash: `a13812345678${'b'.repeat(52)}`, text };
    const csv = timelineCsv([{ ...line, payload }], () => '沈知行');
    expect(csv).toContain('学生张某某，电话138****5678');
    expect(csv).toContain('a13812345678b');
    expect(csv).toContain('0570-88881234');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1'])('defuses %j', (name) => {
    const cell = timelineCsv([line], () => name).split('note.added,')[1] ?? '';
    expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
  });
});
