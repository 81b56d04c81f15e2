import { localDate } from '@/lib/calendar/instant';
import type { IncidentCase } from '../case';
import type { DocumentKind } from '../kinds';
import type { OfficialDocument, Said } from '../model';
import { officialDate } from '../official-time';
import { fact, quote, say, sayNone } from '../say';

/** 成文日期: as given, or the day on which the document is made. */
export const dateOf = ({ given, now }: IncidentCase): string =>
  officialDate(given.date ?? localDate(now));

/** What an incident is called inside a title; quotation marks within it become single ones. */
export function topicOf({ state }: IncidentCase): string {
  const { title, number } = state.incident;
  return title ? quote(title.replace(/[。！？]$/u, '')) : `${number}号`;
}

/** The evidence kept with the incident, as attachments. */
export function attachments({ state }: IncidentCase): Said[] {
  return state.evidence.flatMap((one) =>
    one.fileName ? [say(one.about ?? one.fileName, fact('evidence', one.id))] : [],
  );
}

/** A red-headed document that goes up: number left, who signs it out right. */
export function letter(
  paper: IncidentCase,
  kind: DocumentKind,
  title: string,
): Omit<OfficialDocument, 'blocks'> {
  const { given, org } = paper;
  return {
    kind,
    title,
    head: {
      kind: 'letterhead',
      mark: `${org.name}文件`,
      number: given.number,
      signer: given.signer,
      urgency: given.urgency,
    },
    addressee: given.addressee,
    attachments: attachments(paper),
    signature: { org: org.name, date: dateOf(paper), isSealed: true },
    closing: [
      ...(given.copies
        ? [{ label: '抄送', value: [say(given.copies, fact('given', null, 'copies'))] }]
        : []),
      {
        label: '',
        value: [
          say(`${org.name}办公室`, fact('org', org.id)),
          say(`${dateOf(paper)}印发`, fact('given', null, 'date')),
        ],
      },
    ],
    fonts: given.fonts,
  };
}

const BULLETIN_LABELS = {
  addressee: '',
  copies: '',
  drafter: '拟稿：',
  reviewer: '审核：',
  signer: '签发：',
} as const;

/** An internal bulletin: name, issue, office and date; no statutory kind. */
export function bulletin(
  paper: IncidentCase,
  kind: DocumentKind,
  name: string,
  title: string,
): Omit<OfficialDocument, 'blocks'> {
  const { given, org } = paper;
  const of = (field: keyof typeof BULLETIN_LABELS, none: string) => {
    const [value, label] = [given[field], BULLETIN_LABELS[field]];
    return [
      value
        ? say(`${label}${value}`, fact('given', null, field))
        : sayNone(`${label}${none}`, 'given'),
    ];
  };
  return {
    kind,
    title,
    head: {
      kind: 'bulletin',
      name,
      issue: given.issue,
      office: `${org.name}办公室`,
      date: dateOf(paper),
    },
    addressee: null,
    attachments: attachments(paper),
    signature: null,
    closing: [
      { label: '报送', value: of('addressee', '尚无报送对象的记录') },
      ...(given.copies ? [{ label: '抄送', value: of('copies', '') }] : []),
      {
        label: '',
        value: [...of('drafter', '未填'), ...of('reviewer', '未填'), ...of('signer', '未签')],
      },
    ],
    fonts: given.fonts,
  };
}

/** Title, text, signature and date; no red head. */
export function plain(
  paper: IncidentCase,
  kind: DocumentKind,
  title: string,
): Omit<OfficialDocument, 'blocks'> {
  const { given, org } = paper;
  return {
    kind,
    title,
    head: { kind: 'plain' },
    addressee: given.addressee,
    attachments: attachments(paper),
    signature: { org: org.name, date: dateOf(paper), isSealed: false },
    closing: [],
    fonts: given.fonts,
  };
}

/** A form: title, a line of notes, tables. */
export function form(
  paper: IncidentCase,
  kind: DocumentKind,
  title: string,
  notes: readonly Said[],
): Omit<OfficialDocument, 'blocks'> {
  return {
    kind,
    title,
    head: { kind: 'form', notes },
    addressee: null,
    attachments: [],
    signature: null,
    closing: [],
    fonts: paper.given.fonts,
  };
}
