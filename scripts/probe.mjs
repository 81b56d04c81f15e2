import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/**
 * Whether a process lives, ours or not.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * The command line of a process, or an empty string when it is gone or cannot be read.
 * @param {number} pid
 * @returns {string}
 */
export function commandLine(pid) {
  try {
    if (!existsSync('/proc/self/cmdline')) return psField(pid, 'command');
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/**
 * The server that holds this cluster, read from its `postmaster.pid`.
 * @param {string} cluster PostgreSQL's data directory
 * @returns {{pid: number, port: number} | null} null when nothing of ours runs there
 */
export function findServer(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pidLine, , , portLine] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(pidLine);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return null;
  return commandLine(pid).includes(cluster) ? { pid, port: Number(portLine) } : null;
}

/**
 * Asks a PostgreSQL whether it takes sessions: a start-up packet is answered by a request for
 * authentication ('R'), or by an error ('E') while it still starts or already stops.
 * @param {number} port on 127.0.0.1
 * @returns {Promise<boolean>}
 */
export function answers(port) {
  const body = Buffer.from('\0\x03\0\0user\0postgres\0database\0postgres\0\0', 'latin1');
  const packet = Buffer.alloc(4 + body.length);
  packet.writeInt32BE(packet.length, 0);
  body.copy(packet, 4);
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2000, () => finish(false));
    socket.on('connect', () => socket.write(packet));
    socket.on('data', (data) => finish(data[0] === 0x52));
    socket.on('error', () => finish(false));
    socket.on('close', () => finish(false));
  });
}

/**
 * A port on 127.0.0.1 that is free now.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Whether somebody could listen on this port on every address now.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isPortFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/**
 * When a process was born, in the words of this system: together with its id it is unique.
 * @param {number} pid
 * @returns {string}
 */
export function bornAt(pid) {
  try {
    const fields = statFields(pid);
    if (fields === null) return psField(pid, 'lstart');
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return '';
  }
}

/**
 * The id of a process's parent, or an empty string when it cannot be known.
 * @param {number} pid
 * @returns {string}
 */
export function parentOf(pid) {
  try {
    return statFields(pid)?.[1] ?? psField(pid, 'ppid');
  } catch {
    return '';
  }
}

/** Linux: what follows the name in /proc/PID/stat, beginning with the state. */
function statFields(pid) {
  if (!existsSync('/proc/self/stat')) return null;
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
}

function psField(pid, field) {
  return execFileSync('ps', ['-p', String(pid), '-o', `${field}=`], { encoding: 'utf8' }).trim();
}

function isZombie(pid) {
  try {
    return statFields(pid)?.[0] === 'Z';
  } catch {
    return false;
  }
}
