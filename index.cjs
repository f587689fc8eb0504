'use strict';

const path = require('node:path');

// gyp reads these from the consumer's folder and cannot hold an absolute path that contains a space.
const here = path.relative('.', __dirname) || '.';

module.exports = {
  include_dir: path.join(here, 'include'),
  target: `${path.join(here, 'tendon.gyp')}:tendon`,
};
