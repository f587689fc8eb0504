#pragma once

#include <string_view>

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// JavaScript that calls a function when the process ends in a way that skips the cleanup hooks of Node-API.
/// It evaluates to a function of that function, which must not throw and may be called more than once. On the
/// main thread of Node.js there are two such ways:
///  - process.exit(), which always ends in process.reallyExit();
///  - a fatal exception, after whose monitor event come 'uncaughtException' and then 'exit', unless that is
///    where the exception came from. Only process.emit() sees the end of both, whatever their listeners do.
/// All listeners of 'exit' have run by then. There is no listener of our own, which could not stay the last
/// one. Bun and Deno need one, as they don't emit by process.emit(); and Deno's cleanup hooks come too late
/// to make values.
///
/// All addons, and each of their instances when one is loaded again, share what the first has set up: each
/// with a listener of its own, they would soon be warned of a leak.
inline constexpr std::string_view exit_script = R"js(((run) => {
'use strict';
const { apply, defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect;
const { process } = globalThis;
const shared = Symbol.for('tendon.at_exit');
if (process[shared]) return process[shared](run);
let latest = { __proto__: null, run, before: null };
const add = (run) => { latest = { __proto__: null, run, before: latest }; };
const runAll = () => { for (let each = latest; each; each = each.before) each.run(); };
const replace = (name, value) => defineProperty(process, name,
  { __proto__: null, value, writable: true, enumerable: true, configurable: true });
const { reallyExit, versions } = process;
defineProperty(process, shared, { __proto__: null, value: add });
if (typeof reallyExit === 'function') {
  replace('reallyExit', { reallyExit(...args) {
    runAll();
    return apply(reallyExit, this, args);
  } }.reallyExit);
}
if (versions.deno) process.on('exit', runAll);
process.on('uncaughtExceptionMonitor', () => {
  if (versions.bun) process.once('exit', runAll);
  const { emit } = process;
  const own = getOwnPropertyDescriptor(process, 'emit');
  const watching = { emit(...args) {
    let handled;
    try {
      return handled = apply(emit, this, args);
    } finally {
      const fatal = args[0] === 'uncaughtException' && (handled === undefined || !handled && process._exiting);
      if (args[0] === 'exit' || fatal) runAll();
      if (handled && process.emit === watching)
        own ? defineProperty(process, 'emit', own) : deleteProperty(process, 'emit');
    }
  } }.emit;
  replace('emit', watching);
});
})
//# sourceURL=tendon:at_exit
)js";

}  // namespace detail
}  // namespace tendon
