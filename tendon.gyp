# What an addon gets by depending on the target below: headers, C++20, exceptions, hidden symbols.
{
  'targets': [
    {
      'target_name': 'tendon',
      'type': 'none',
      'direct_dependent_settings': {
        'include_dirs': ['include'],
        'cflags!': ['-fno-exceptions'],
        'cflags_cc!': ['-std=gnu++17', '-std=gnu++20', '-fno-exceptions'],
        'cflags_cc': ['-std=c++20', '-fexceptions', '-fvisibility=hidden'],
        'xcode_settings': {
          'CLANG_CXX_LANGUAGE_STANDARD': 'c++20',
          'CLANG_CXX_LIBRARY': 'libc++',
          'GCC_ENABLE_CPP_EXCEPTIONS': 'YES',
          'GCC_SYMBOLS_PRIVATE_EXTERN': 'YES',
          'MACOSX_DEPLOYMENT_TARGET': '11.0',
        },
        'conditions': [
          ['OS=="win"', {
            'defines!': ['_HAS_EXCEPTIONS=0'],
            'defines': ['_HAS_EXCEPTIONS=1'],
          }],
        ],
        'msvs_settings': {
          'VCCLCompilerTool': {
            'AdditionalOptions': ['/std:c++20', '/Zc:__cplusplus', '/bigobj'],
            'ExceptionHandling': 1,
          },
        },
      },
    },
  ],
}
