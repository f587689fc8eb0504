#!/usr/bin/env node
// The `tendon` command. It exits with 0 when it did its work, 1 when it could not, 2 when called wrongly.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const help = `\
Usage: tendon types ADDON.node [--out FILE]

  types      write the TypeScript declarations of a built addon, to FILE or to the standard output

Options:
  --out FILE   where to write, instead of the standard output
  --help       print this text
  --version    print the version of tendon
`;

class Failure extends Error {
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}
const failed = (message) => new Failure(message, 1);
const misused = (message) => new Failure(`${message}\nTry \`tendon --help\`.`, 2);

function main(words) {
  const { values, positionals } = parseWords(words);
  if (values.help) return process.stdout.write(help);
  if (values.version) return console.log(packageVersion());
  const [command, ...operands] = positionals;
  if (command === undefined) throw misused('No command given.');
  if (command !== 'types') throw misused(`There is no command "${command}".`);
  return types(operands, values.out);
}

function parseWords(words) {
  const options = {
    out: { type: 'string', short: 'o' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  };
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw misused(error.message.split('. ')[0].replace(/\.?$/, '.'));
  }
}

const packageVersion = () =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

function types(operands, out) {
  if (operands.length === 0) throw misused('`tendon types` needs the path of a built addon.');
  if (operands.length > 1) throw misused(`\`tendon types\` takes one addon, but got ${operands.length}.`);
  if (out === '') throw misused('--out needs the name of a file.');
  const text = typingsOf(operands[0]);
  if (out === undefined) process.stdout.write(text);
  else write(out, text);
}

function typingsOf(path) {
  const typings = loadAddon(path)?.[Symbol.for('tendon.typings')];
  if (typeof typings !== 'string') throw failed(`${path} is an addon, but it was not made with tendon.`);
  return typings;
}

function loadAddon(path) {
  if (!existsSync(path)) throw failed(`There is no file ${path}.`);
  const module = { exports: {} };
  try {
    process.dlopen(module, resolve(path));
  } catch (error) {
    throw failed(`${path} could not be loaded as a Node.js addon: ${error?.message ?? error}`);
  }
  return module.exports;
}

function write(path, text) {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw failed(`${path} could not be written: ${error.message}`);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(`tendon: ${error.message}`);
  process.exitCode = error.exitCode ?? 1;
}
