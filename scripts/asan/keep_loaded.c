/* Node.js unloads an addon when a worker ends, and reports of leaks could no longer name who asked for the
   memory. */
int dlclose(void* handle) {
  (void)handle;
  return 0;
}
