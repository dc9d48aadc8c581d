import type { Work } from '../../loyalty';
import type { Document } from '../channel';
import type { DocumentRequest } from '../command';
import { customerDataFile } from './customer-data';

/** How each kind of file is made. It is read as of one moment, and nothing is written. */
const builders: {
  readonly [Kind in DocumentRequest['kind']]: (
    work: Work,
    request: Extract<DocumentRequest, { kind: Kind }>,
  ) => Promise<Document>;
} = {
  'customer-data': customerDataFile,
};

/** Makes the file of a message that is about to be sent. */
export function buildDocument(work: Work, request: DocumentRequest): Promise<Document> {
  return builders[request.kind](work, request);
}
