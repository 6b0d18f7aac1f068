# find_package(halfstar): the target halfstar::halfstar, to be used with <halfstar/export.h>.
include(${CMAKE_CURRENT_LIST_DIR}/halfstar_dependencies.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/halfstarTargets.cmake)
