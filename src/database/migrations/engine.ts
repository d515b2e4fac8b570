import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

/**
 * Prisma's own schema engine as WebAssembly, which needs no program to be downloaded. This file is slow to load: import it where it
 * is used. `emptyUrl` is a database that the engine may use for its own purposes.
 */
export async function withEngine<T>(emptyUrl: string, schema: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const pool = readablePool(emptyUrl);
  const adapter = bindMigrationAwareSqlAdapterFactory(factoryOver(pool));
  const engine = await glue.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, adapter);
  try {
    return await use(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** What the engine's JavaScript half offers. */
interface Glue {
  readonly SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: object): void;
}

/** Node's own, which TypeScript only knows together with a browser's. */
declare const WebAssembly: { instantiate(program: Uint8Array, imports: object): Promise<{ instance: { exports: object } }> };

/** Loaded by hand, because only some loaders can import a `.wasm` file; and once, because its halves remember each other. */
const glue = await load();

async function load(): Promise<Glue> {
  const half = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Glue;
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': half });
  half.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: giveUp } });
  return half;
}

function giveUp(message: string): never {
  throw new Error(`Prisma's schema engine gave up: ${message}`);
}

/**
 * Prisma's adapter, made whole for the engine. It cuts a script at every semicolon, even inside a function's body, and runs the pieces
 * apart: here a script goes to the server whole. The engine's "shadow" database is the empty one that we were given.
 */
function factoryOver(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await factory.connect();
    const query = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (asked) => withCharacters(await query(asked));
    adapter.executeScript = async (script) => void (await pool.query(script));
    return adapter;
  };
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: connect };
}

/**
 * The engine reads the server's catalogue, and Prisma's adapter does not know the catalogue's type "char": such a column travels
 * as a text with a marked name.
 */
function readablePool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url });
  const query = pool.query.bind(pool) as (what: unknown) => Promise<pg.QueryResult>;
  const readable = async (what: unknown) => {
    const result = await query(what);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== pg.types.builtins.CHAR) continue;
      field.dataTypeID = pg.types.builtins.TEXT;
      field.name += mark;
    }
    return result;
  };
  return Object.assign(pool, { query: readable });
}

function withCharacters({ columnNames, columnTypes, rows }: SqlResultSet): SqlResultSet {
  return {
    rows,
    columnNames: columnNames.map((name) => name.replace(mark, '')),
    columnTypes: columnTypes.map((type, at) => (columnNames[at]?.endsWith(mark) ? ColumnTypeEnum.Character : type)),
  };
}

const mark = ' as "char"';
