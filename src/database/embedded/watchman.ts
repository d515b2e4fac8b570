import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Clears up after this process, however it ends. */
export interface Watchman {
  /** A folder that is to go: a data folder, or the home of a server. A server that runs there is stopped first. */
  watch(folder: string): void;
  /** Clears up now, and returns when everything is gone. */
  finish(): Promise<void>;
}

/**
 * For servers that are thrown away. The watchman reads from a pipe that only this process holds, so it knows when this process is gone,
 * even killed; and it is in a session of its own, so that Ctrl-C does not reach it.
 */
export function startWatchman(): Watchman {
  const child = spawn('/bin/sh', ['-c', script], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.on('error', () => undefined);
  child.unref();
  return {
    watch: (folder) => void child.stdin.write(`${folder}\n`),
    async finish() {
      if (child.exitCode !== null) return;
      child.ref();
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

/** A server's lock file holds its process id in the first line and its socket's folder in the fifth; it is removed as the last thing. */
const script = `
folders=''
while IFS= read -r folder; do
  folders="$folders$folder
"
done
printf '%s' "$folders" | while IFS= read -r folder; do
  home=$(cat "$folder/postgres-home" 2>/dev/null || printf '%s' "$folder")
  lock="$home/postgres/postmaster.pid"
  socket=''
  if [ -e "$lock" ]; then
    socket=$(sed -n 5p "$lock")
    kill -INT "$(sed -n 1p "$lock")"
    for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
      [ -e "$lock" ] || break
      sleep 0.25
    done
  fi
  rm -rf "$folder" "$home" "$socket"
done`;
