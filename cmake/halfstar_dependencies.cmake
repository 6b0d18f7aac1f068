# The libraries that the rooms are made with, as imported targets; the build and programs that embed halfstar
# find them alike. docs/dependencies.md says what each is for.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(pugixml REQUIRED)
find_package(nlohmann_json REQUIRED)

# toml++ is headers alone here: what its package would link is a shared library that one file of ours compiles anyway.
find_path(tomlplusplus_headers toml++/toml.h REQUIRED)

foreach(library IN ITEMS
    CMARK=libcmark XML2=libxml-2.0 YAML=yaml-cpp ICU=icu-uc ICU_I18N=icu-i18n HARFBUZZ=harfbuzz
    SUBSET=harfbuzz-subset FONTCONFIG=fontconfig PNG=libpng JPEG=libjpeg WEBP=libwebp LCMS=lcms2 ZLIB=zlib DEFLATE=libdeflate CAIRO=cairo ZIP=libzip
    QPDF=libqpdf)
  string(REPLACE "=" ";" pair ${library})
  list(GET pair 0 name)
  list(GET pair 1 package)
  if(NOT TARGET PkgConfig::${name})
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${package})
  endif()
endforeach()

# It comes without a pkg-config file.
if(NOT TARGET hpdf::hpdf)
  find_library(hpdf_file hpdf REQUIRED)
  add_library(hpdf::hpdf UNKNOWN IMPORTED GLOBAL)
  set_target_properties(hpdf::hpdf PROPERTIES IMPORTED_LOCATION ${hpdf_file})
endif()
