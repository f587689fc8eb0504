{
  "targets": [{
    "target_name": "mixing_node_addon_api",
    "sources": ["addon.cc"],
    "include_dirs": ["<!(node -p \"require('node-addon-api').include_dir\")"],
    "dependencies": ["<!(node -p \"require('tendon').target\")"]
  }]
}
