import type { Connection } from './connection.ts';

/** A page's request with JSON in it, as a browser makes it; the server's name stands for whichever one is asked. */
export function jsonRequest(method: 'GET' | 'POST', path: string, { token, body }: { token?: string; body?: object } = {}): string {
  const sent = body === undefined ? '' : JSON.stringify(body);
  return [
    `${method} ${path} HTTP/1.1`,
    'Host: folkmoot.example',
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
    ...(body === undefined ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(sent)}`]),
    'Accept: */*',
    'Accept-Language: en-GB,en;q=0.9',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    '',
    sent,
  ].join('\r\n');
}

/** What is answered, read as JSON. Throws where it is not one of the 200s. */
export async function asked<Answer>(line: Connection, request: string): Promise<Answer> {
  const { status, body } = await line.send(request);
  if (status < 200 || status > 299) throw new Error(`${request.slice(0, request.indexOf('\r'))}: ${status} ${body}`);
  return JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as Answer;
}
