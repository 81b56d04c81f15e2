import { localDate } from '@/lib/calendar/instant';
import type { CorrectionLetterRow } from '@/lib/incident/model';
import { type IncidentCase, personName } from '../case';
import type { OfficialDocument, Said } from '../model';
import { officialDate, officialTime } from '../official-time';
import { ended, fact, quote, say, sayNone, sayOwn, sayVerbatim } from '../say';
import { paragraph, paragraphs } from '../sections/shape';

type Demand = CorrectionLetterRow['demand'];

const TITLES: Record<Demand, string> = {
  correct: '关于商请更正有关报道的函',
  clarify: '关于商请刊登澄清的函',
  publish_response: '关于商请刊登有关回应的函',
};

const ASKED: Record<Demand, string> = {
  correct: '更正上述报道',
  clarify: '就上述报道刊登澄清',
  publish_response: '刊登我单位的回应',
};

/**
 * 更正函 to a medium in 信函格式 (GB/T 9704-2012 10.1): what is wrong, what is the fact, what is asked
 * for, and the approved words. It asks for no text to vanish (guard 2).
 */
export function correctionLetter(
  paper: IncidentCase,
  letter: CorrectionLetterRow,
): OfficialDocument {
  const { given, org } = paper;
  const of = (field: keyof CorrectionLetterRow) => fact('correctionLetters', letter.id, field);
  const { outlet, articleUrl, wrong, fact: isSo, replyDueAt } = letter;
  const where = articleUrl ? `（链接：${articleUrl}）` : '';
  const matter = wrong
    ? say(
        `你单位刊发的有关内容${where}称：${quote(wrong.trim().replace(/[。；，]$/u, ''))}。经我单位核对，该表述与事实不符。`,
        of('wrong'),
        of('articleUrl'),
      )
    : sayNone('所指报道的内容已按规定清除。', 'correctionLetters');
  const truth = isSo
    ? say(`事实是：${ended(isSo)}`, of('fact'))
    : sayNone('事实说明已按规定清除。', 'correctionLetters');
  const until = replyDueAt ? `，并于${officialTime(replyDueAt)}前函复我单位` : '';
  const asked = say(
    `为准确告知公众，现商请你单位${ASKED[letter.demand]}${until}。`,
    of('demand'),
    ...(replyDueAt ? [of('replyDueAt')] : []),
  );
  const signer = letter.signatory ?? org.name;
  return {
    kind: 'correction_letter',
    title: TITLES[letter.demand],
    head: { kind: 'letter', mark: org.name, number: given.number, urgency: given.urgency },
    addressee: given.addressee ?? outlet,
    blocks: [
      paragraph(matter),
      paragraph(truth),
      paragraph(asked),
      ...paragraphs(approvedWords(paper, letter)),
      { kind: 'formula', text: replyDueAt ? '特此函商，盼复。' : '特此函商。' },
    ],
    attachments: [],
    signature: {
      org: signer,
      date: officialDate(given.date ?? localDate(letter.sentAt)),
      isSealed: true,
    },
    note: contact(paper, letter),
    closing: given.copies
      ? [{ label: '抄送', value: [say(given.copies, fact('given', null, 'copies'))] }]
      : [],
    fonts: given.fonts,
  };
}

/** The text as it was approved, word for word. */
function approvedWords({ state }: IncidentCase, letter: CorrectionLetterRow): Said[] {
  const version = state.wordingVersions.find(
    (one) => one.wordingId === letter.wordingId && one.contentHash === letter.contentHash,
  );
  if (!version?.body) return [sayNone('随函文字已按规定清除，未附。', 'wordingVersions')];
  const source = fact('wordingVersions', version.id, 'body');
  return [
    say('我单位经审批的文字如下，供刊登时采用：', source),
    ...sayVerbatim(version.body, source),
  ];
}

/** 附注: whom to ask. */
function contact(paper: IncidentCase, { id, sentBy }: CorrectionLetterRow): Said {
  const phone = paper.words.person(sentBy)?.phone;
  const told = phone ? `；电话：${phone}` : '';
  return sayOwn(
    `（联系人：${personName(paper, sentBy)}${told}）`,
    fact('correctionLetters', id, 'sentBy'),
  );
}
