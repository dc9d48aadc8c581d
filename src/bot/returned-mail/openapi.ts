import { problemResponse, type RouteArea } from '../../http/openapi';
import { RETURNED_PATH } from './router';

/** What the operator's mail server calls. */
export const returnedMail: RouteArea = {
  paths: {
    [RETURNED_PATH]: {
      post: {
        operationId: 'returnedMail',
        summary: 'A mail that came to the address for returned mail, as it is',
        description:
          'Only where returned mail is set up. A report that a message of ours did not arrive (RFC 3464), or that its reader marked it as spam (RFC 5965), is noted, once.',
        security: [{ mailServer: [] }, { mailServerPassword: [] }],
        requestBody: {
          required: true,
          description: 'The whole mail (RFC 5322), at most 2 MB.',
          content: { 'message/rfc822': { schema: { type: 'string', format: 'binary' } } },
        },
        responses: {
          '200': {
            description:
              'It was noted, was known already, or is neither a report of a message that did not arrive nor a complaint.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/ReturnedMail' } } },
          },
          '401': problemResponse('The secret is missing or another.'),
          '404': problemResponse('It is about no message of ours, or forged.'),
          '413': problemResponse('Over 2 MB.'),
          '429': problemResponse('Too many wrong secrets.', true),
          '503': problemResponse(
            'Its message is still being sent, or it cannot be noted now: hand it over again.',
            true,
          ),
        },
      },
    },
  },
  schemas: {
    ReturnedMail: {
      type: 'object',
      required: ['outcome'],
      properties: { outcome: { enum: ['noted', 'known', 'no-report'] } },
    },
  },
  securitySchemes: {
    mailServer: { type: 'http', scheme: 'bearer', description: 'MAIL_RETURN_SECRET.' },
    mailServerPassword: {
      type: 'http',
      scheme: 'basic',
      description: 'Any name; the password is the same secret.',
    },
  },
};
