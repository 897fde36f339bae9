import type { DocumentBlock, DocumentSpan } from './document-tree.ts';
import type { Field } from './field-schema.ts';
import { formatPart, partiesOf } from './format-value.ts';
import { neededParts } from './missing-fields.ts';
import { type Party, type PartyPart, partLabel } from './party.ts';

export const known = (text: string): DocumentSpan => ({ text, missing: false });
export const toBeAdded = (label: string): DocumentSpan => ({ text: `【待补：${label}】`, missing: true });

interface Side {
  field: Field;
  role: string;
  value: unknown;
}

type Piece = [before: string, part: PartyPart, after?: string];
const personPieces: Piece[] = [
  ['', 'sex'],
  ['', 'birth', '出生'],
  ['', 'nation'],
  ['', 'work'],
  ['住', 'address'],
  ['公民身份号码：', 'idNumber'],
  ['联系电话：', 'phone'],
];
const organisationPieces: Piece[] = [
  ['住所地：', 'address'],
  ['统一社会信用代码：', 'creditCode'],
];
const representativePieces: Piece[] = [
  ['法定代表人：', 'representative'],
  ['职务：', 'post'],
  ['联系电话：', 'phone'],
];

/** Each party of a side with its role; several are numbered 被告一, 被告二. */
function membersOf({ role, value }: Side): { role: string; party: Party }[] {
  const parties = partiesOf(value);
  const numbers = '一二三四五六七八九十';
  return parties.map((party, at) => ({
    role: parties.length > 1 ? withNumber(role, numbers[at] ?? `（${at + 1}）`) : role,
    party,
  }));
}

/** 原告 → 原告一; 出借人（甲方） → 出借人一（甲方） */
const withNumber = (role: string, number: string) => role.replace(/(?=（|$)/, number);

/** 「原告：张某某，男，1990年1月1日出生，汉族，住……。」 for each party of the side. */
export function partySentences(side: Side): DocumentBlock[] {
  if (side.value === undefined) return [party(known(`${side.role}：`), toBeAdded(side.field.label))];
  return membersOf(side).flatMap(({ role, party: member }) => {
    const pieces = (list: Piece[]) => piecesOf(side.field, member, list);
    const head = [known(`${role}：`), partSpan(side.field, member, 'name')];
    if (member.kind === 'person') return [party(...head, ...joined(pieces(personPieces)), known('。'))];
    const second = pieces(representativePieces);
    return [
      party(...head, ...joined(pieces(organisationPieces)), known('。')),
      ...(second.length === 0 ? [] : [party(...joined(second).slice(1), known('。'))]),
    ];
  });
}

/** 「甲方（出租人）：张某某」 with each particular on a line of its own. */
export function partyLines(side: Side): DocumentBlock[] {
  if (side.value === undefined) return [party(known(`${side.role}：`), toBeAdded(side.field.label))];
  return membersOf(side).flatMap(({ role, party: member }) => {
    const parts: PartyPart[] =
      member.kind === 'person'
        ? ['idNumber', 'address', 'phone']
        : ['creditCode', 'address', 'representative', 'phone'];
    const lines = parts.flatMap((part) => {
      const spans = piecesOf(side.field, member, [[`${partLabel(member.kind, part)}：`, part]])[0];
      return spans === undefined ? [] : [party(...spans)];
    });
    return [party(known(`${role}：`), partSpan(side.field, member, 'name')), ...lines];
  });
}

/** Where each party of the side signs; an organisation seals, and its representative signs. */
export function signPlaces(side: Side): DocumentBlock[] {
  const sign = (...spans: DocumentSpan[]): DocumentBlock => ({ kind: 'signature', spans });
  if (side.value === undefined) return [sign(known(`${side.role}（签名或者盖章）：`))];
  return membersOf(side).flatMap(({ role, party: member }) =>
    member.kind === 'person'
      ? [sign(known(`${role}（签名）：`))]
      : [sign(known(`${role}（盖章）：`), partSpan(side.field, member, 'name')), sign(known('法定代表人（签名）：'))],
  );
}

const party = (...spans: DocumentSpan[]): DocumentBlock => ({ kind: 'party', spans });
const joined = (pieces: DocumentSpan[][]) => pieces.flatMap((spans) => [known('，'), ...spans]);

export function partSpan(field: Field, member: Party, part: PartyPart): DocumentSpan {
  const text = formatPart(member, part);
  return text === undefined ? toBeAdded(`${field.label}的${partLabel(member.kind, part)}`) : known(text);
}

/** The pieces that are given or needed, without those that a form of this kind does not ask for. */
function piecesOf(field: Field, member: Party, pieces: Piece[]): DocumentSpan[][] {
  const needed = neededParts(field, member);
  return pieces
    .filter(([, part]) => needed.includes(part) || formatPart(member, part) !== undefined)
    .map(([before, part, after]) => [
      ...(before === '' ? [] : [known(before)]),
      partSpan(field, member, part),
      ...(after === undefined ? [] : [known(after)]),
    ]);
}
