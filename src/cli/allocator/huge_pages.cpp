// How jemalloc asks the kernel for memory, in a program that allocates with it: in huge pages where there are any, since a zine that
// grows page by page spends a sixteenth of its time on the kernel's handing these out. Read by jemalloc when it starts (jemalloc(3), TUNING).

extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "thp:always";
}
