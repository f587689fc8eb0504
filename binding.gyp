# The examples and tests of this repository. The npm package leaves this file out: consumers use tendon.gyp.
{
  'target_defaults': {
    'dependencies': ['tendon.gyp:tendon'],
    'cflags': ['-Wall', '-Wextra', '-Werror'],
    'xcode_settings': {
      'OTHER_CFLAGS': ['-Wall', '-Wextra', '-Werror'],
    },
  },
  'variables': {
    'test_optimisation': ['<!@(node scripts/gyp_values.mjs doctest-optimisation)'],
    'test_include_dirs': ['tests', '<!@(node scripts/gyp_values.mjs doctest-include)'],
  },
  'targets': [
    {'target_name': 'hello', 'sources': ['examples/hello/addon.cc']},
    {'target_name': 'function_arguments', 'sources': ['examples/function_arguments/addon.cc']},
    {'target_name': 'callbacks', 'sources': ['examples/callbacks/addon.cc']},
    {'target_name': 'object_factory', 'sources': ['examples/object_factory/addon.cc']},
    {'target_name': 'function_factory', 'sources': ['examples/function_factory/addon.cc']},
    {'target_name': 'wrapping_objects', 'sources': ['examples/wrapping_objects/addon.cc']},
    {
      'target_name': 'factory_of_wrapped_objects',
      'sources': ['examples/factory_of_wrapped_objects/addon.cc'],
    },
    {'target_name': 'passing_wrapped_objects', 'sources': ['examples/passing_wrapped_objects/addon.cc']},
    {'target_name': 'at_exit_hooks', 'sources': ['examples/at_exit_hooks/addon.cc']},
    {'target_name': 'geometry', 'sources': ['examples/geometry/addon.cc']},
    {'target_name': 'music', 'sources': ['examples/music/addon.cc']},
    {'target_name': 'tour', 'sources': ['examples/tour/addon.cc']},
    {'target_name': 'every_type', 'sources': ['examples/every_type/addon.cc']},
    {'target_name': 'custom_types', 'sources': ['examples/custom_types/addon.cc']},
    {
      # With RTTI, by which C++ itself tells what an object is.
      'target_name': 'scene',
      'sources': ['examples/scene/addon.cc'],
      # [rtti]
      'cflags_cc!': ['-fno-rtti'],
      'xcode_settings': {'GCC_ENABLE_CPP_RTTI': 'YES'},
      # [/rtti]
    },
    {'target_name': 'zlib', 'sources': ['examples/zlib/addon.cc']},
    {
      'target_name': 'mixing_node_addon_api',
      'sources': ['examples/mixing_node_addon_api/addon.cc'],
      'defines': ['NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
      'include_dirs': ['<!(node -p "require(\'node-addon-api\').include_dir")'],
    },
    {
      # Layers 2 and up, run inside Node.js by tests/doctest.test.mjs.
      'target_name': 'doctest_addon',
      'sources': ['<!@(node scripts/gyp_values.mjs doctest-addon-sources)'],
      'include_dirs': ['<@(test_include_dirs)'],
      'configurations': {
        'Release': {
          'cflags!': ['-O3'],
          'cflags': ['<@(test_optimisation)'],
        },
      },
    },
    {
      # A class that is written straight against V8, to compare memory with.
      'target_name': 'object_wrap',
      'sources': ['tests/env/object_wrap.cc'],
      'cflags': ['-Wno-unused-parameter', '-Wno-cast-function-type'],
    },
    {
      # The interop with node-addon-api. On its own, since <napi.h> takes two seconds of each file.
      'target_name': 'interop_addon',
      'sources': ['tests/interop/module.cc', 'tests/interop/node_addon_api.test.cc'],
      # Without it node-addon-api itself aborts when a worker is terminated inside Napi::Function::Call.
      'defines': ['NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
      'include_dirs': ['tests/interop', '<!(node -p "require(\'node-addon-api\').include_dir")'],
      'configurations': {
        'Release': {
          'cflags!': ['-O3'],
          'cflags': ['<@(test_optimisation)'],
        },
      },
    },
    {
      # Layers 0 and 1, and whole addons described as text, without Node.js.
      'target_name': 'doctest_plain',
      'type': 'executable',
      'sources': ['<!@(node scripts/gyp_values.mjs doctest-plain-sources)'],
      'include_dirs': ['<@(test_include_dirs)'],
      # Describing an addon instantiates templates that name Node-API functions and never calls one. It is
      # optimised, since otherwise references to others that are declared only, by member pointers, are left.
      'ldflags': ['-Wl,--unresolved-symbols=ignore-in-object-files', '-Wl,-z,lazy'],
      'xcode_settings': {
        'OTHER_LDFLAGS': ['-undefined dynamic_lookup'],
      },
      'configurations': {
        'Release': {
          'cflags!': ['-O3'],
          'cflags': ['-O1'],
        },
      },
    },
  ],
}
