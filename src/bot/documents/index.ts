import type { Work } from '../../loyalty';
import type { Document } from '../channel';
import type { DocumentRequest } from '../command';
import { customerDataFile } from './customer-data';
import { exportFile } from './export';

/** Makes the file of a message that is about to be sent: read as of one moment, and nothing is written. */
export function buildDocument(work: Work, request: DocumentRequest): Promise<Document> {
  return request.kind === 'export' ? exportFile(work, request) : customerDataFile(work, request);
}
