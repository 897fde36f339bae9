import { citationSchema, type DocumentDetail } from '@lutai/contracts';
import { z } from 'zod';

/** Whether a provision bears a sentence out is said to the desk; a client has the word of who approved it. */
const shownToClients = z.array(citationSchema.omit({ support: true, supportReasons: true }));

/** What a client sees of a document: what it is asked to fill in, and the text once that was delivered. */
export function clientView(detail: DocumentDetail): DocumentDetail {
  const isDelivered = detail.status === 'delivered';
  const isAsked = detail.status === 'open';
  const requested = new Set(isAsked ? detail.requestedFields : []);
  const { revision } = detail;
  return {
    ...detail,
    // That it was signed and waits to be sent is the desk's own business.
    status: detail.status === 'approved' ? 'open' : detail.status,
    draftId: null,
    createdByName: '',
    notice: isDelivered ? detail.notice : [],
    fields: detail.fields.filter(({ key }) => requested.has(key)),
    values: Object.fromEntries(Object.entries(detail.values).filter(([key]) => requested.has(key))),
    missing: detail.missing.filter(({ key }) => requested.has(key.split('.')[0] ?? '')),
    problems: detail.problems.filter(({ fields }) => fields.length > 0 && fields.every((key) => requested.has(key))),
    requestedFields: [...requested],
    contract: null,
    revision: isDelivered && revision ? { ...revision, citations: shownToClients.parse(revision.citations) } : null,
    findings: [],
    obstacles: [],
    revisions: [],
  };
}
