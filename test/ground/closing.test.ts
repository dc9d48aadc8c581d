import { once } from 'node:events';
import { Agent, request, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { closeServer, createHttpServer, listen } from '../../src/http';
import { until } from '../support/until';

interface Slow {
  server: Server;
  port: number;
  /** How many requests reached it. */
  begun: () => number;
  /** Answers what waits. */
  answer: () => void;
}

/** A server that answers when it is told to. */
async function slowServer(): Promise<Slow> {
  let begun = 0;
  const waiting: (() => void)[] = [];
  const server = createHttpServer((() => undefined) as never, (_request, response) => {
    begun += 1;
    waiting.push(() => response.writeHead(202, { 'content-length': 0 }).end());
    return true;
  });
  await listen(server, '127.0.0.1', 0, 'PORT');
  const { port } = server.address() as AddressInfo;
  const answer = (): void => waiting.splice(0).forEach((one) => one());
  return { server, port, begun: () => begun, answer };
}

const agents: Agent[] = [];
afterEach(() => agents.splice(0).forEach((agent) => agent.destroy()));

function ask(port: number, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', agent, method: 'POST' }, (response) => {
      response.resume().on('end', () => resolve(response));
    })
      .on('error', reject)
      .end();
  });
}

function keepAlive(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  return agent;
}

it('an answer that is under way when the server closes is its connection’s last, and nothing is begun after it', async () => {
  const { server, port, begun, answer } = await slowServer();
  const agent = keepAlive();
  const first = ask(port, agent);
  await until('the request', () => begun() === 1);
  const closed = closeServer(server);
  answer();
  const response = await first;
  expect([response.statusCode, response.headers.connection]).toEqual([202, 'close']);
  await expect(ask(port, agent)).rejects.toThrow('ECONNREFUSED');
  await closed;
  expect(begun()).toBe(1);
});

it('a request whose head is still coming when the server closes is answered, as its connection’s last', async () => {
  const { server, port, begun, answer } = await slowServer();
  const accepted = once(server, 'connection');
  const socket = connect(port, '127.0.0.1');
  await Promise.all([accepted, once(socket, 'connect')]);
  const heard: string[] = [];
  socket.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
  const ended = once(socket, 'close');
  socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-le');
  // Until the server has read that much: a connection on which nothing came yet is idle.
  await until('the half of the head', () => socket.bytesWritten > 0);
  await new Promise((resolve) => setImmediate(resolve));
  const closed = closeServer(server);
  socket.write('ngth: 0\r\n\r\n');
  await until('an end of either kind', () => begun() === 1 || socket.closed);
  answer();
  await Promise.all([ended, closed]);
  // Either it was accepted and answered, or it was not accepted at all.
  expect(heard.join('').startsWith('HTTP/1.1 202')).toBe(begun() === 1);
});

it('what idles is closed at once', async () => {
  const { server, port, begun, answer } = await slowServer();
  const agent = keepAlive();
  const first = ask(port, agent);
  await until('the request', () => begun() === 1);
  answer();
  expect((await first).headers.connection).toBe('keep-alive');
  await closeServer(server);
});
