// Writes addons of 720 functions in twelve signatures, sixty of each, the same for each contender.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inBench, inBuild } from './places.mjs';

export const functionCount = 720;

/**
 * Signatures: arguments to call a function with, the C++ function NUMBER, and what is written by hand for it.
 * In C (`c`) that is how it declares and reads the arguments, makes the result and frees what it read; with
 * node-addon-api how it checks and reads them, and what makes the result.
 */
export const signatures = [
  {
    args: [1.5, 2],
    result: 'double',
    parameters: 'double a, double b',
    body: 'a + b * NUMBER',
    c: {
      declares: 'double a; double b;',
      reads: 'read_double(env, args[0], &a) && read_double(env, args[1], &b)',
      makes: 'new_double(env, a + b * NUMBER)',
    },
    checks: ['IsNumber', 'IsNumber'],
    reads: ['number_in(info[0])', 'number_in(info[1])'],
    makes: 'Napi::Number::New',
  },
  {
    args: [41],
    result: 'std::int32_t',
    parameters: 'std::int32_t a',
    body: 'a + NUMBER',
    c: { declares: 'int32_t a;', reads: 'read_int(env, args[0], &a)', makes: 'new_int(env, a + NUMBER)' },
    checks: ['IsNumber'],
    reads: ['int_in(info[0])'],
    makes: 'Napi::Number::New',
  },
  {
    args: [true],
    result: 'bool',
    parameters: 'bool a',
    body: 'a != (NUMBER % 2 == 0)',
    c: {
      declares: 'bool a;',
      reads: 'read_bool(env, args[0], &a)',
      makes: 'new_bool(env, a != (NUMBER % 2 == 0))',
    },
    checks: ['IsBoolean'],
    reads: ['info[0].As<Napi::Boolean>().Value()'],
    makes: 'Napi::Boolean::New',
  },
  {
    args: [],
    result: 'std::int32_t',
    parameters: '',
    body: 'NUMBER',
    c: { declares: '', reads: 'true', makes: 'new_int(env, NUMBER)' },
    checks: [],
    reads: [],
    makes: 'Napi::Number::New',
  },
  {
    args: ['a text'],
    result: 'std::int32_t',
    parameters: 'std::string const& a',
    body: 'static_cast<std::int32_t>(a.size()) + NUMBER',
    c: {
      declares: 'text a;',
      reads: 'read_text(env, args[0], &a)',
      makes: 'new_int(env, (int32_t)a.size + NUMBER)',
      frees: 'free_text(&a);',
    },
    checks: ['IsString'],
    reads: ['text_in(info[0])'],
    makes: 'Napi::Number::New',
  },
  {
    args: [7],
    result: 'std::string',
    parameters: 'std::int32_t a',
    body: `std::string("number ") + char('0' + (a + NUMBER) % 10)`,
    c: {
      declares: 'int32_t a; char made[] = "number  ";',
      reads: 'read_int(env, args[0], &a)',
      makes: `(made[7] = (char)('0' + (a + NUMBER) % 10), new_text(env, made, 8))`,
    },
    checks: ['IsNumber'],
    reads: ['int_in(info[0])'],
    makes: 'new_text',
  },
  {
    args: [{ x: 1, y: 2, z: 3 }],
    result: 'double',
    parameters: 'point a',
    body: 'a.x + a.y + a.z + NUMBER',
    c: {
      declares: 'point a;',
      reads: 'read_point(env, args[0], &a)',
      makes: 'new_double(env, a.x + a.y + a.z + NUMBER)',
    },
    checks: ['IsObject'],
    reads: ['point_in(info[0])'],
    makes: 'Napi::Number::New',
  },
  {
    args: [2.5],
    result: 'point',
    parameters: 'double a',
    body: '{a, a + 1, a + NUMBER}',
    c: {
      declares: 'double a;',
      reads: 'read_double(env, args[0], &a)',
      makes: 'new_point(env, (point){a, a + 1, a + NUMBER})',
    },
    checks: ['IsNumber'],
    reads: ['number_in(info[0])'],
    makes: 'new_point',
  },
  {
    args: [[1.5, 2.5, 3.5]],
    result: 'double',
    parameters: 'std::vector<double> const& a',
    body: 'workload::sum(a) + NUMBER',
    c: {
      declares: 'uint32_t length; double* a;',
      reads: 'read_length(env, args[0], &length) && (a = read_doubles(env, args[0], length)) != NULL',
      makes: 'new_double(env, sum_doubles(a, length) + NUMBER)',
      frees: 'free(a);',
    },
    checks: ['IsArray'],
    reads: ['array_in(info[0], element_number)'],
    makes: 'Napi::Number::New',
  },
  {
    args: [3],
    result: 'std::vector<double>',
    parameters: 'std::int32_t a',
    body: 'std::vector<double>(static_cast<std::size_t>(a), NUMBER)',
    c: {
      declares: 'int32_t a;',
      reads: 'read_int(env, args[0], &a)',
      makes: 'new_doubles(env, (size_t)a, NUMBER)',
    },
    checks: ['IsNumber'],
    reads: ['int_in(info[0])'],
    makes: 'new_numbers',
  },
  {
    args: [1, 2, 3],
    result: 'double',
    parameters: 'double a, double b, double c',
    body: 'a + b + c + NUMBER',
    c: {
      declares: 'double a; double b; double c;',
      reads: ['a', 'b', 'c'].map((each, i) => `read_double(env, args[${i}], &${each})`).join(' && '),
      makes: 'new_double(env, a + b + c + NUMBER)',
    },
    checks: ['IsNumber', 'IsNumber', 'IsNumber'],
    reads: ['number_in(info[0])', 'number_in(info[1])', 'number_in(info[2])'],
    makes: 'Napi::Number::New',
  },
  {
    args: [5, true],
    result: 'std::int32_t',
    parameters: 'std::int32_t a, bool b',
    body: 'b ? a + NUMBER : a',
    c: {
      declares: 'int32_t a; bool b;',
      reads: 'read_int(env, args[0], &a) && read_bool(env, args[1], &b)',
      makes: 'new_int(env, b ? a + NUMBER : a)',
    },
    checks: ['IsNumber', 'IsBoolean'],
    reads: ['int_in(info[0])', 'info[1].As<Napi::Boolean>().Value()'],
    makes: 'Napi::Number::New',
  },
];

export const signatureOf = (number) => signatures[number % signatures.length];
const eachFunction = (write) =>
  Array.from({ length: functionCount }, (_, number) =>
    write(signatureOf(number), number).replaceAll('NUMBER', String(number)));

const header = () => ['#include "WORKLOAD"', 'using workload::point;', 'namespace {',
  ...eachFunction(({ result, parameters, body }) =>
    `inline ${result} fNUMBER(${parameters}) { return ${body}; }`),
  '}', ''].join('\n');

const writers = {
  tendon: () => ['#include <tendon/tendon.hpp>', header(), 'TENDON_ADDON(many) {',
    ...eachFunction(() => '  export_function<&fNUMBER>("fNUMBER");'), '}', ''],

  node_api: () => ['#include "CONTENDER/values.h"',
    `static napi_value new_doubles(napi_env env, size_t size, double value) {
  napi_value result;
  napi_value element;
  CALL(napi_create_array_with_length(env, size, &result));
  for (uint32_t i = 0; i < size; ++i) {
    CALL(napi_create_double(env, value, &element));
    CALL(napi_set_element(env, result, i, element));
  }
  return result;
}`,
    ...eachFunction(({ args, c: { declares, reads, makes, frees = '' } }) =>
      `static napi_value fNUMBER(napi_env env, napi_callback_info info) {
  napi_value args[${Math.max(1, args.length)}];
  ${declares}
  if (!read_arguments(env, info, ${args.length}, args, NULL) || !(${reads})) return NULL;
  napi_value result = ${makes};
  ${frees}
  return result;
}`),
    'NAPI_MODULE_INIT() {', '  static const napi_property_descriptor functions[] = {',
    ...eachFunction(() => '    {"fNUMBER", NULL, fNUMBER, NULL, NULL, NULL, napi_enumerable, NULL},'),
    '  };',
    `  CALL(napi_define_properties(env, exports, ${functionCount}, functions));`,
    '  return exports;', '}', ''],

  node_addon_api: () => ['#include "CONTENDER/values.hpp"', header(),
    'namespace {',
    'Napi::Value new_numbers(Napi::Env env, std::vector<double> const& values) {',
    '  return new_array(env, values, Napi::Number::New);', '}',
    ...eachFunction(({ reads, checks, makes }) => `Napi::Value call_NUMBER(Napi::CallbackInfo const& info) {
  require(info, ${reads.length}, ${checks.map((each, i) => `info[${i}].${each}()`).join(' && ') || 'true'});
  return ${makes}(info.Env(), fNUMBER(${reads.join(', ')}));
}`),
    'Napi::Object init(Napi::Env env, Napi::Object exports) {',
    ...eachFunction(() => '  exports.Set("fNUMBER", Napi::Function::New<call_NUMBER>(env, "fNUMBER"));'),
    '  return exports;', '}', '}', 'NODE_API_MODULE(NODE_GYP_MODULE_NAME, init)', ''],

  nobind17: () => ['#include <nobind.h>', '#include "CONTENDER/type_maps.hpp"', header(),
    'NOBIND_MODULE(many, m) {',
    ...eachFunction(() => '  m.def<&fNUMBER>("fNUMBER");'), '}', ''],
};

export const manyContenders = Object.keys(writers);

/** Writes the addon when it is not there as it should be; gives its path. */
export function writeMany(contender) {
  const folder = inBuild('generated');
  const path = `${folder}/${contender}.${contender === 'node_api' ? 'c' : 'cc'}`;
  const text = writers[contender]()
    .join('\n')
    .replaceAll('WORKLOAD', relative(folder, inBench('workload.hpp')))
    .replaceAll('CONTENDER', relative(folder, inBench('contenders', contender)));
  mkdirSync(folder, { recursive: true });
  let before;
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    before = undefined;
  }
  if (before !== text) writeFileSync(path, text);
  return path;
}

/** Calls every function once and compares what they give; throws when an addon is wrong. */
export function checkMany(addon) {
  const expected = [
    (number) => 1.5 + 2 * number, (number) => 41 + number, (number) => number % 2 !== 0, (number) => number,
    (number) => 6 + number, (number) => `number ${(7 + number) % 10}`, (number) => 6 + number,
    (number) => ({ x: 2.5, y: 3.5, z: 2.5 + number }), (number) => 7.5 + number,
    (number) => [number, number, number], (number) => 6 + number, (number) => 5 + number,
  ];
  for (let number = 0; number < functionCount; ++number) {
    const given = JSON.stringify(addon[`f${number}`](...signatureOf(number).args));
    const wanted = JSON.stringify(expected[number % signatures.length](number));
    if (given !== wanted) throw new Error(`f${number} gave ${given}, not ${wanted}`);
  }
}
