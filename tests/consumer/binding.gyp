{
  "targets": [{
    "target_name": "geometry",
    "sources": ["addon.cc"],
    "dependencies": ["<!(node -p \"require('tendon').target\")"]
  }]
}
