// What a consumer gets: the packed package, installed into a project of its own, builds an addon there.
import assert from 'node:assert/strict';
import {
  copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { defaultCompiler } from '../scripts/compilers.mjs';
import { nodeGypCommand } from '../scripts/node_gyp.mjs';
import { inRoot, root } from '../scripts/paths.mjs';
import { childEnvironment, npmCommand, runCaptured } from '../scripts/run.mjs';

/** Variables that the surrounding npm sets for its own project would reach the npm of the consumer. */
function consumerEnvironment() {
  const ofOurProject = /^npm_(package|lifecycle|config_local_prefix)/;
  const entries = Object.entries(childEnvironment({ CXX: defaultCompiler().name }));
  return Object.fromEntries(entries.filter(([name]) => !ofOurProject.test(name)));
}

describe('the npm package', { timeout: 180_000 }, () => {
  let temporary;
  let project;
  let installation;

  const run = async ([command, ...args], cwd = project) => {
    const result = await runCaptured(command, args, { cwd, env: consumerEnvironment(), timeout: 150_000 });
    assert.ok(result.ok, `${[command, ...args].join(' ')}\n${result.output}`);
    return result;
  };
  const npm = (...args) => [...npmCommand(), ...args];

  before(async () => {
    temporary = mkdtempSync(join(tmpdir(), 'tendon package '));
    project = join(temporary, 'a project');
    mkdirSync(project);
    await run(npm('pack', '--pack-destination', temporary), root);
    writeFileSync(join(project, 'package.json'), '{ "name": "a-project", "private": true }\n');
    const tarball = readdirSync(temporary).find((name) => name.endsWith('.tgz'));
    installation = await run(npm('install', '--no-audit', '--no-fund', join(temporary, tarball)));
    // What the README shows: the code of the example, and the binding.gyp of a consumer.
    copyFileSync(inRoot('tests/consumer/binding.gyp'), join(project, 'binding.gyp'));
    for (const file of ['addon.cc', 'geometry.hpp'])
      copyFileSync(inRoot('examples/geometry', file), join(project, file));
  });

  after(() => rmSync(temporary, { recursive: true, force: true }));

  test('it holds what consumers need and nothing that npm would build', () => {
    const installed = join(project, 'node_modules', 'tendon');
    const names = readdirSync(installed);
    for (const name of ['include', 'bin', 'index.cjs', 'tendon.gyp', 'package.json', 'LICENSE']) {
      assert.ok(names.includes(name), `${name} is missing`);
    }
    assert.ok(!names.includes('binding.gyp'));
    const { scripts } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    for (const event of ['preinstall', 'install', 'postinstall', 'prepare']) {
      assert.equal(scripts?.[event], undefined);
    }
  });

  test('installing it runs no script', () => {
    const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
    assert.equal(lock.packages['node_modules/tendon'].hasInstallScript, undefined);
    assert.doesNotMatch(installation.output, /allow-?scripts|install scripts|blocked/i);
    assert.ok(!existsSync(join(project, 'node_modules', 'tendon', 'build')));
  });

  test('an addon builds against it, loads, and emits its declarations', async () => {
    await run(nodeGypCommand('rebuild'));
    const built = join(project, 'build', 'Release', 'geometry.node');
    assert.equal(createRequire(import.meta.url)(built).area(2, 3), 6);
    const typesCommand = ['tendon', 'types', 'build/Release/geometry.node', '--out', 'index.d.ts'];
    await run(npm('exec', '--no', '--', ...typesCommand));
    const emitted = readFileSync(join(project, 'index.d.ts'), 'utf8');
    assert.equal(emitted, readFileSync(inRoot('types/geometry.d.ts'), 'utf8'));
  });
});
