# Language, warnings and Qt's fences, carried by one INTERFACE target that every target of ours links.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(FUOTADESK_WERROR "Treat warnings as errors" OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(houserules INTERFACE)
target_compile_options(houserules INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast
    -fstack-protector-strong
    $<$<BOOL:${FUOTADESK_WERROR}>:-Werror>)
target_compile_definitions(houserules INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_STRICT_QLIST_ITERATORS
    QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(FUOTADESK_SANITIZE)
    target_compile_options(houserules INTERFACE -fsanitize=${FUOTADESK_SANITIZE} -fno-omit-frame-pointer
                           -fno-sanitize-recover=all)
    # The checks gcc puts in make it see uninitialised values that are none; the other presets warn.
    target_compile_options(houserules INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(houserules INTERFACE -fsanitize=${FUOTADESK_SANITIZE})
else()
    target_compile_definitions(houserules INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
endif()
if(FUOTADESK_FUZZ)
    target_compile_options(houserules INTERFACE -fsanitize=fuzzer-no-link) # coverage, for every layer
endif()

# fuotadesk_layer(NAME sources...): one folder, one static library.
function(fuotadesk_layer name)
    add_library(${name} STATIC ${ARGN})
    target_link_libraries(${name} PRIVATE houserules)
endfunction()
