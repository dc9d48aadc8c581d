import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readConfig } from '../../src/config';

const ROOT = join(__dirname, '..', '..');
const yaml = require('js-yaml') as { load(text: string): unknown };

interface Service {
  build?: { target: string };
  image?: string;
  environment?: Record<string, string>;
  command?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  volumes?: string[];
  ports?: string[];
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, null>;
}

const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8').replaceAll(/\\\n/g, ' ').split('\n');
const compose = yaml.load(readFileSync(join(ROOT, 'compose.yaml'), 'utf8')) as Compose;
const roles = Object.entries(compose.services).filter(([, service]) => service.build !== undefined);

const SECRETS: Record<string, string> = {
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  OWNER_PASSWORD: '0a1b',
  DATABASE_PASSWORD: '2c3d',
  PUBLIC_URL: 'https://fidelidade.example',
};

/** As Compose does it: `${NAME:?why}` must be given, `${NAME:-default}` may be. */
function interpolate(text: string): string {
  return text.replaceAll(
    /\$\{(\w+)(?::([?-])([^}]*))?\}/g,
    (_all, name: string, kind: string, word: string) => {
      const value = SECRETS[name] ?? (kind === '-' ? word : undefined);
      if (value === undefined) throw new Error(`${name} is not given`);
      return value;
    },
  );
}

function environmentOf(service: Service): Record<string, string> {
  const entries = Object.entries(service.environment ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, interpolate(value)]));
}

function instructions(name: string): string[] {
  return dockerfile.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
}

describe('compose.yaml', () => {
  it('runs each role once, with a configuration that the program accepts', () => {
    const configured = roles.map(([name, service]) => [name, readConfig(environmentOf(service)).roles]);
    expect(configured).toEqual([
      ['web', ['web']],
      ['worker', ['worker']],
      ['whatsapp', ['whatsapp']],
    ]);
  });

  it('sets no variable that the program does not know', () => {
    const source = readFileSync(join(ROOT, 'src', 'config.ts'), 'utf8');
    const known = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
    const set = roles.flatMap(([, service]) => Object.keys(service.environment ?? {}));
    expect(known).toEqual(expect.arrayContaining(set));
    const preset = instructions('ENV').flatMap((line) => [...line.matchAll(/([A-Z_]+)=/g)].map(([, n]) => n));
    expect([...known, 'NODE_ENV']).toEqual(expect.arrayContaining(preset));
  });

  it('holds no secret of its own', () => {
    const services = Object.values(compose.services);
    const sensitive = services
      .flatMap(({ environment }) => Object.entries(environment ?? {}))
      .filter(([name, value]) => /SECRET|PASSWORD/.test(name) || /\/\/[^/]*@/.test(value));
    expect(sensitive.length).toBeGreaterThan(0);
    for (const [, value] of sensitive) expect(value).toMatch(/\$\{\w+:\?[^}]+\}/);
  });

  it('gives only the role whatsapp the image with Chromium, and keeps its session', () => {
    const targets = Object.fromEntries(roles.map(([name, { build }]) => [name, build?.target]));
    expect(targets).toEqual({ web: 'program', worker: 'program', whatsapp: 'whatsapp' });
    expect(compose.services['whatsapp']?.volumes).toEqual(['whatsapp-session:/data']);
  });

  it('waits for healthy databases, evicts nothing from Redis, and keeps the data', () => {
    for (const [, service] of roles)
      expect(service.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    const { postgres, redis } = compose.services;
    expect(postgres?.healthcheck?.test).toContain('pg_isready');
    expect(redis?.command?.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(redis?.command?.join(' ')).toContain('--appendonly yes');
    const mounted = Object.values(compose.services).flatMap(({ volumes }) => volumes ?? []);
    expect(mounted.map((mount) => mount.split(':')[0]).sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('opens nothing to the network but the public port on this machine', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports ?? []);
    expect(ports).toEqual(['127.0.0.1:8080:8080']);
  });
});

/** What these lines copy of the sources. */
const copied = (lines: readonly string[]): string[] =>
  lines
    .filter((line) => line.startsWith('COPY ') && !line.startsWith('COPY --from'))
    .flatMap((line) => line.split(' ').slice(1, -1));

/** What these lines take out of the stage in which it is built. */
const built = (lines: readonly string[]): string[] =>
  lines
    .filter((line) => line.startsWith('COPY --from=build '))
    .map((line) => line.split('/app/')[1]?.split(' ')[0] ?? '');

const stage = (name: string): string[] => {
  const begin = dockerfile.findIndex((line) => line.endsWith(` AS ${name}`));
  const rest = dockerfile.slice(begin + 1);
  const end = rest.findIndex((line) => line.startsWith('FROM '));
  return end < 0 ? rest : rest.slice(0, end);
};

describe('Dockerfile', () => {
  it('copies all that its build needs, which is run on it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'smartbis-image-'));
    try {
      for (const path of copied(stage('build')))
        cpSync(join(ROOT, path), join(folder, path), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
      const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
      expect(existsSync(join(folder, 'dist', 'main.js'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(['books', 'backup', 'restore', 'rotate-key', 'shop', 'whatsapp'])(
    'has all that npm run %s needs',
    (command) => {
      const folder = mkdtempSync(join(tmpdir(), 'smartbis-image-'));
      try {
        const lines = stage('program');
        for (const path of [...copied(lines), ...built(lines)]) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          symlinkSync(join(ROOT, path), join(folder, path));
        }
        const { stdout, stderr } = spawnSync('npm', ['run', '--silent', command, '--', '--help'], {
          cwd: folder,
          encoding: 'utf8',
        });
        expect(stdout + stderr).toContain(`npm run ${command}`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it('has the stages that compose.yaml builds', () => {
    const stages = instructions('FROM').map((line) => line.split(' AS ')[1]);
    expect(stages).toEqual(expect.arrayContaining(roles.map(([, { build }]) => build?.target)));
  });

  it('installs Chromium for the role whatsapp alone', () => {
    const names = ['base', 'build', 'program', 'whatsapp'];
    expect(names.filter((name) => /chrom/i.test(stage(name).join()))).toEqual(['whatsapp']);
    expect(stage('whatsapp')).toContain('ENV CHROME_PATH=/usr/bin/chromium');
  });

  it('copies only files that exist and that .dockerignore lets through', () => {
    const sent = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const sources = copied(dockerfile);
    expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(sources.filter((path) => !sent.includes(path.split('/')[0] ?? ''))).toEqual([]);
  });

  it('ends every image as a user without privileges', () => {
    expect(instructions('USER').at(-1)).toBe('node');
    expect(stage('program').filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
  });

  it('asks the private port whether the program lives', () => {
    const [check] = instructions('HEALTHCHECK');
    expect(check).toContain("'http://127.0.0.1:' + process.env.PRIVATE_PORT + '/livez'");
    expect(instructions('ENV').join(' ')).toContain('PRIVATE_PORT=9090');
  });
});
