// Running other programs.
import { spawn, spawnSync } from 'node:child_process';
import { dirname, delimiter } from 'node:path';

/** The environment of child processes: they find a `node` even when the one that runs us is not in PATH. */
export function childEnvironment(extra = {}) {
  const path = `${process.env.PATH ?? ''}${delimiter}${dirname(process.execPath)}`;
  return { ...process.env, PATH: path, ...extra };
}

/** Runs a program with its output passed on; resolves to whether it succeeded. */
export function runShown(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: childEnvironment(), ...options });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** Runs a program; resolves to { ok, code, signal, stdout, stderr, output }, where output is both streams. */
export function runCaptured(command, args, { input, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'pipe', env: childEnvironment(), ...options });
    const texts = { stdout: '', stderr: '', output: '' };
    const add = (name, text) => {
      texts[name] += text;
      texts.output += text;
    };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => add(name, text));
    }
    child.on('error', (error) => add('stderr', `${error.message}\n`));
    child.on('close', (code, signal) => resolve({ ok: code === 0, code, signal, ...texts }));
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}

/** The output of a program, or undefined when it is missing or fails. */
export function outputOf(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', env: childEnvironment() });
  return result.status === 0 ? result.stdout : undefined;
}

/** npm, by the running npm when there is one: on Windows `npm` itself is a shell script. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
}

/** Calls work(item) for all items, two at a time, in order of the items. */
export async function twoAtATime(items, work) {
  const queue = items.entries();
  const results = [];
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}
