import type { CorrectionLetterRow, PublicationRow, ReplyRow } from '@/lib/incident/model';
import { correctionsOf, followerOf, releaseChains } from '@/lib/incident/releases';
import { type IncidentCase, personName } from '../case';
import type { FactRef, Said } from '../model';
import { chineseNumber } from '../numbering';
import { officialTime } from '../official-time';
import { ended, fact, say, sayNone } from '../say';

/** 答复与发布 with its stages and corrections, letters to media, and the decision not to publish. */
export function speaking(paper: IncidentCase): Said[] {
  const { replies, nonPublications, mediaEnquiries, correctionLetters } = paper.state;
  const { words } = paper;
  const said = [
    ...replies.map((one) => reply(paper, one)),
    ...releases(paper),
    ...nonPublications.map((one) =>
      say(
        `${officialTime(one.proposedAt)}提出暂不发布，理由为${words.option('nonPublicationReason', one.reason)}，${one.approvedAt ? `经${personName(paper, one.approvedBy)}批准，有效期至${officialTime(one.expiresAt)}` : '尚未批准'}。`,
        fact('nonPublications', one.id),
      ),
    ),
    ...mediaEnquiries.flatMap((one) =>
      one.outlet
        ? [
            say(
              `${officialTime(one.receivedAt)}收到${one.outlet}问询，${one.answeredAt ? `${officialTime(one.answeredAt)}答复` : '尚未答复'}。`,
              fact('mediaEnquiries', one.id),
            ),
          ]
        : [],
    ),
    ...correctionLetters.map((one) => letter(paper, one)),
  ];
  return said.length > 0
    ? said
    : [sayNone('尚无答复或者发布记录。', 'replies', 'publications', 'nonPublications')];
}

function reply({ words }: IncidentCase, one: ReplyRow): Said {
  const promised = one.promisedAt ? `，承诺于${officialTime(one.promisedAt)}前答复结果` : '';
  return say(
    `${officialTime(one.repliedAt)}，以${words.option('replyChannel', one.channel)}方式作出${words.option('replyKind', one.kind)}${promised}。`,
    fact('replies', one.id),
  );
}

/** Which release of its chain a publication is, from 1; null where it stands alone and owes nothing. */
export function releaseNumbers({ state }: IncidentCase): Map<string, number | null> {
  return new Map(
    releaseChains(state.publications).flatMap((chain) =>
      chain.map((one, index): [string, number | null] => [
        one.id,
        chain.length > 1 || one.nextUpdateAt ? index + 1 : null,
      ]),
    ),
  );
}

/** What a publication was: 首次发布, 第二次发布, 更正. */
export function releaseWord(one: PublicationRow, number: number | null): string {
  if (one.correctsId) return '更正';
  if (number === null) return '信息';
  return number === 1 ? '首次情况' : `第${chineseNumber(number)}次情况`;
}

/** By whom, through what and where a publication went out. */
export function releaseWay({ words }: IncidentCase, one: PublicationRow): string {
  const account = one.accountId ? words.account(one.accountId) : null;
  const inside = [
    account,
    one.place && `地点：${one.place}`,
    one.attendees && `参加：${one.attendees}`,
    one.through && `由${one.through}发布`,
  ].filter(Boolean);
  const more = inside.length > 0 ? `（${inside.join('；')}）` : '';
  return `${words.option('publicationWay', one.way)}${more}`;
}

/** What became of the promise of a next update: the release that continued or corrected this one. */
export function promiseKept({ state }: IncidentCase, one: PublicationRow): PublicationRow | null {
  const { publications } = state;
  const after = [followerOf(publications, one), ...correctionsOf(publications, one)];
  return after.flatMap((next) => next ?? []).sort(byTime)[0] ?? null;
}

const byTime = (a: PublicationRow, b: PublicationRow): number =>
  a.publishedAt < b.publishedAt ? -1 : 1;

/** 分阶段发布: every release with what it continues or puts right, and its promise. */
function releases(paper: IncidentCase): Said[] {
  const { publications } = paper.state;
  const numbers = releaseNumbers(paper);
  return [...publications].sort(byTime).flatMap((one): Said[] => {
    const of = (field: keyof PublicationRow): FactRef => fact('publications', one.id, field);
    const corrected = publications.find((other) => other.id === one.correctsId);
    const before = corrected ? `，更正${officialTime(corrected.publishedAt)}发布的内容` : '';
    const link = one.url ? `，链接：${one.url}` : '';
    const said = [
      say(
        `${officialTime(one.publishedAt)}，以${one.signatory}名义通过${releaseWay(paper, one)}发布${releaseWord(one, numbers.get(one.id) ?? null)}${before}${urgent(paper, one)}${link}。`,
        fact('publications', one.id),
        ...(one.continuesId ? [of('continuesId')] : []),
        ...(one.correctsId ? [of('correctsId')] : []),
      ),
    ];
    if (one.stillChecking) {
      said.push(say(`发布时正在核实：${ended(one.stillChecking)}`, of('stillChecking')));
    }
    if (one.nextUpdateAt) said.push(promise(paper, one, one.nextUpdateAt));
    return said;
  });
}

function promise(paper: IncidentCase, one: PublicationRow, until: string): Said {
  const kept = promiseKept(paper, one);
  const outcome = kept
    ? `${officialTime(kept.publishedAt)}${kept.publishedAt <= until ? '按时' : '逾期'}更新`
    : until < paper.now
      ? '已过时间，尚未更新'
      : '尚未到时间';
  return say(
    `当时承诺于${officialTime(until)}前更新情况，${outcome}。`,
    fact('publications', one.id, 'nextUpdateAt'),
    ...(kept ? [fact('publications', kept.id, 'publishedAt')] : []),
  );
}

/** 紧急发布: that it went out before every signature, and whether they came. */
function urgent(paper: IncidentCase, one: PublicationRow): string {
  const run = paper.state.approvalRuns.find((each) => each.id === one.approvalRunId);
  if (!run?.releasedAt) return '';
  const signed = run.state === 'approved' ? '已补签' : '待补签';
  return `（经${personName(paper, run.releasedBy)}紧急放行，${signed}）`;
}

/** 更正函 and what the medium did. */
function letter({ words }: IncidentCase, one: CorrectionLetterRow): Said {
  const until = one.replyDueAt ? `，请于${officialTime(one.replyDueAt)}前函复` : '';
  const answer =
    one.answeredAt && one.outcome
      ? `，${officialTime(one.answeredAt)}记录结果：${words.option('letterOutcome', one.outcome)}`
      : '，尚未收到答复';
  return say(
    `${officialTime(one.sentAt)}，以${one.signatory ?? '本单位'}名义向${one.outlet ?? '有关媒体'}发更正函，请其${words.option('letterDemand', one.demand)}${until}${answer}。`,
    fact('correctionLetters', one.id),
  );
}
