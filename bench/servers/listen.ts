import restify, { type Request, type Response } from 'restify';
import errors from 'restify-errors';
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { authToken, path, publicUrl } from '../load/webhook.ts';

type Form = Readonly<Record<string, string>>;

/** A text webhook as one writes it with restify and twilio: the form is parsed, the signature checked, the replies go back as TwiML. */
export function listen(answer: (form: Form) => Promise<readonly string[]>, close: () => Promise<void> = async () => undefined): void {
  const server = restify.createServer();
  server.get('/readyz', async (_request: Request, response: Response) => void response.json(200, { ready: true }));
  server.use(restify.plugins.bodyParser({ mapParams: false }));
  server.post(path, async (request: Request, response: Response) => {
    const form = request.body as Form;
    const signature = request.headers['x-twilio-signature'] as string;
    if (!twilioWebhooks.validateRequest(authToken, signature, publicUrl + path, form)) throw new errors.ForbiddenError('not signed');
    const twiml = new MessagingResponse();
    for (const text of await answer(form)) twiml.message(text);
    response.sendRaw(200, twiml.toString(), { 'Content-Type': 'text/xml' });
  });
  server.listen(Number(process.env.PORT), '127.0.0.1');
  process.once('SIGTERM', () => {
    server.close();
    void close().then(() => process.exit());
  });
}
