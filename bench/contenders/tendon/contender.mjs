export default {
  title: 'tendon',
  target: { sources: ['addon.cc'], dependencies: ['tendon.gyp:tendon'] },
};
