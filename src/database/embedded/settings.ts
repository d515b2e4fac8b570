/** How the server is to run: its sockets' folder, and whether what is committed must outlive a power cut. */
export interface Settings {
  readonly socketDir: string;
  readonly durable: boolean;
}

/** There is only ever one server in a folder, so the number in the socket's name says nothing; clients expect this one. */
export const port = 5432;

/**
 * The server's settings, for a small machine (2 cores, 2 GB). Durable: a committed turn outlives a power cut. Otherwise nothing
 * is waited for, which is only fit for a server that is thrown away.
 *
 * The server's log never holds values: a failed statement is named by its error alone, without its text and detail.
 */
export function settingsOf({ socketDir, durable }: Settings): Readonly<Record<string, string>> {
  return {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: durable ? '50' : '200',
    shared_buffers: durable ? '128MB' : '64MB',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    io_method: 'sync',
    random_page_cost: '1.1',
    max_wal_size: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    logging_collector: 'off',
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
}

export const asArguments = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
