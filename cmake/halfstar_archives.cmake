# Libraries that are linked as archives, where their packages have some, and libraries that are opened on demand. Each
# shared library has to be found, mapped and bound whenever a program starts: the 57 of a binary that links all of them
# take longer than setting a review. Where an archive is missing the shared library stays. Programs that embed halfstar
# link as they please: this file is not installed.
#
# Shared on purpose: ICU's data (31 MB, on_demand/icu_data.cpp), HarfBuzz and libharu, which have no archives, and what HarfBuzz brings in any
# case (FreeType, libpng, zlib).
option(HALFSTAR_ARCHIVES "Link libraries as archives where there are some" ON)

# halfstar_archive(target library... LINK what the last of them needs): each library needs those behind it, so that linkers
# which read archives once get them in this order.
function(halfstar_archive target)
  cmake_parse_arguments(archive "" "" "LINK" ${ARGN})
  foreach(library IN LISTS archive_UNPARSED_ARGUMENTS)
    find_library(halfstar_archive_${library} NAMES lib${library}.a)
    mark_as_advanced(halfstar_archive_${library})
    if(NOT halfstar_archive_${library})
      return()
    endif()
  endforeach()
  set(needed "${archive_LINK}")
  list(REVERSE archive_UNPARSED_ARGUMENTS)
  foreach(library IN LISTS archive_UNPARSED_ARGUMENTS)
    add_library(halfstar_archive::${library} STATIC IMPORTED GLOBAL)
    set_target_properties(halfstar_archive::${library} PROPERTIES
      IMPORTED_LOCATION ${halfstar_archive_${library}} INTERFACE_LINK_LIBRARIES "${needed}")
    set(needed halfstar_archive::${library})
  endforeach()
  set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES ${needed})
endfunction()

# halfstar_on_demand(target library source) makes of src/on_demand/SOURCE what is linked in the library's place.
function(halfstar_on_demand target library source)
  find_library(halfstar_shared_${library} NAMES ${library})
  mark_as_advanced(halfstar_shared_${library})
  file(REAL_PATH "${halfstar_shared_${library}}" real)
  string(REGEX MATCH "lib${library}\\.so\\.[0-9]+" soname "${real}")
  if(NOT soname)
    return()
  endif()
  add_library(${target} STATIC ${PROJECT_SOURCE_DIR}/src/on_demand/${source})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(${target} PRIVATE HALFSTAR_SONAME="${soname}")
  target_link_libraries(${target} PRIVATE ${CMAKE_DL_LIBS})
endfunction()

# halfstar_own_runtime(program): the standard library as an archive too, once no shared library is left that needs it.
function(halfstar_own_runtime program)
  if(TARGET halfstar_archive::icui18n AND NOT HALFSTAR_SANITIZERS)
    target_link_options(${program} PRIVATE -static-libstdc++ -static-libgcc)
  endif()
endfunction()

if(HALFSTAR_ARCHIVES)
  halfstar_archive(PkgConfig::CMARK cmark)
  halfstar_archive(PkgConfig::YAML yaml-cpp)
  halfstar_archive(PkgConfig::JPEG jpeg)
  halfstar_archive(PkgConfig::WEBP webp)
  halfstar_archive(PkgConfig::DEFLATE deflate)
  halfstar_on_demand(halfstar_icu_data icudata icu_data.cpp)
  if(TARGET halfstar_icu_data)
    halfstar_archive(PkgConfig::ICU icuuc LINK halfstar_icu_data)
    if(TARGET halfstar_archive::icuuc)
      target_link_libraries(halfstar_icu_data PRIVATE halfstar_archive::icuuc) # each of the two needs the other
    endif()
    halfstar_archive(PkgConfig::ICU_I18N icui18n LINK PkgConfig::ICU)
  endif()
  halfstar_archive(PkgConfig::XML2 xml2 lzma LINK PkgConfig::ICU PkgConfig::ZLIB m)
  find_library(halfstar_freetype freetype)
  mark_as_advanced(halfstar_freetype)
  halfstar_archive(PkgConfig::FONTCONFIG fontconfig expat LINK ${halfstar_freetype})
  # Without the surfaces of windows, which nothing here asks for, and X11, which they need.
  halfstar_archive(PkgConfig::CAIRO cairo pixman-1 LINK PkgConfig::FONTCONFIG ${halfstar_freetype} PkgConfig::PNG PkgConfig::ZLIB m)
  if(TARGET pugixml::static)
    set_target_properties(pugixml::pugixml PROPERTIES INTERFACE_LINK_LIBRARIES pugixml::static)
  endif()

  # Few commands make or read ebooks or colours for a press, and only encrypted PDFs need a cipher.
  halfstar_on_demand(halfstar_lcms lcms2 lcms.cpp)
  if(TARGET halfstar_lcms)
    set_target_properties(PkgConfig::LCMS PROPERTIES INTERFACE_LINK_LIBRARIES halfstar_lcms)
  endif()
  halfstar_on_demand(halfstar_zip zip zip.cpp)
  if(TARGET halfstar_zip)
    set_target_properties(PkgConfig::ZIP PROPERTIES INTERFACE_LINK_LIBRARIES halfstar_zip)
  endif()
  find_path(halfstar_gnutls_headers gnutls/crypto.h)
  mark_as_advanced(halfstar_gnutls_headers)
  if(halfstar_gnutls_headers)
    halfstar_on_demand(halfstar_gnutls gnutls gnutls.cpp)
    halfstar_archive(PkgConfig::QPDF qpdf LINK halfstar_gnutls PkgConfig::JPEG PkgConfig::ZLIB)
  endif()
endif()
