import type { CommandInput } from '@/lib/incident/commands';
import type { Category } from '@/lib/incident/keys';
import { ACCOUNT, fixedId, type World } from './incident-world';
import { worldAt } from './story';

/** A stored file of the incident; answers with its id. */
export function attach(world: World): string {
  const evidenceId = fixedId(8, world.events.length);
  world.do('office', 'attachEvidence', {
    evidenceId,
    fileName: '截图.png',
    mediaType: 'image/png',
    sizeBytes: 10,
    sha256: evidenceId.replaceAll('-', '').padEnd(64, '0'),
    storageKey: `a/${evidenceId}`,
  });
  return evidenceId;
}

/** Published through the official account; answers with the publication's id. */
export function putOut(world: World, kind: CommandInput<'draftWording'>['kind']): string {
  const wordingId = world.submitDraft(kind);
  world.approveAs('deputy');
  world.do('spokesperson', 'publish', {
    wordingId,
    accountId: ACCOUNT,
    signatory: '示范局',
    url: 'https://weibo.com/2/c',
  });
  return world.last('publications').id;
}

/** The category as a second person confirmed it. */
export function confirmed(world: World, category: Category): void {
  world.do('office', 'categorise', { category, reason: '多平台同文' });
  if (world.incident.category === category) return;
  world.do('deputy', 'confirmCategory', { categorisationId: world.last('categorisations').id });
}

/** Everything that acting against the poster asks for in this category, on record. */
export function grounds(category: Category): {
  world: World;
  input: CommandInput<'proposePosterAction'>;
} {
  const world = worldAt('responding');
  if (category !== 'inquiry') confirmed(world, category);
  const kind = category === 'falsehood_or_unlawful' ? 'clarification' : 'statement';
  const publicationId = putOut(world, kind);
  world.later(30).do('officer', 'linkMention', {
    url: 'https://weibo.com/9/z',
    platform: 'weibo',
    text: '又发',
    publishedAt: world.now,
  });
  const input = {
    kind: 'police_report',
    authority: 'public_security',
    statement: '请依法处理',
    article: '治安管理处罚法第二十九条',
    harm: '学校停课两日',
    harmEvidenceId: attach(world),
    publicationId,
  } as const;
  return { world, input };
}
