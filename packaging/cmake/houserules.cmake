# Language, warnings and Qt's fences, carried by one INTERFACE target that every target of ours links.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(FUOTADESK_WERROR "Treat warnings as errors" OFF)
set(FUOTADESK_BATCH 1 CACHE STRING "How many sources of a folder are compiled at a time; most of the time goes into Qt's headers")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(houserules INTERFACE)
target_compile_options(houserules INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast
    -fstack-protector-strong
    "-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=" # no path of the machine in the program, or in what ccache compares
    $<$<BOOL:${FUOTADESK_WERROR}>:-Werror>)
if(FUOTADESK_BATCH GREATER 1)
    # gcc takes the sources of a batch for headers, where a member of a file's own type would be wrong.
    target_compile_options(houserules INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
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

# fuotadesk_layer(NAME sources... [ALONE sources...]): one folder, one static library.
function(fuotadesk_layer name)
    cmake_parse_arguments(ARG "" "" "ALONE" ${ARGN})
    add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS} ${ARG_ALONE})
    target_link_libraries(${name} PRIVATE houserules)
    fuotadesk_batches(${name} ALONE ${ARG_ALONE})
endfunction()

# fuotadesk_quick_moc(): from here on moc reads only the files it is given.
function(fuotadesk_quick_moc)
    get_target_property(moc Qt6::moc IMPORTED_LOCATION)
    if(UNIX AND moc)
        set(quick "${PROJECT_BINARY_DIR}/moc")
        configure_file("${PROJECT_SOURCE_DIR}/packaging/cmake/moc.in" "${quick}" @ONLY
                       FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
        set_target_properties(Qt6::moc PROPERTIES IMPORTED_LOCATION "${quick}" IMPORTED_LOCATION_NONE "${quick}"
                                                  IMPORTED_LOCATION_RELEASE "${quick}")
    endif()
endfunction()

# fuotadesk_own_names(OUT SOURCE): what a source declares at the beginning of a line: functions, types and constants.
function(fuotadesk_own_names out source)
    file(READ "${source}" text)
    string(REGEX REPLACE "[][;]" "" text "\n${text}")
    string(REGEX MATCHALL "\n[A-Za-z][^\n]*" lines "${text}")
    set(names "")
    foreach(line IN LISTS lines)
        if(line MATCHES "^.(struct|class|enum class|enum) ([A-Za-z0-9_]+)")
            list(APPEND names "${CMAKE_MATCH_2}")
        elseif(line MATCHES "[ *&]([A-Za-z0-9_]+)([({]| =)") # "using Name =" too
            list(APPEND names "${CMAKE_MATCH_1}")
        endif()
    endforeach()
    set(${out} "${names}" PARENT_SCOPE)
endfunction()

# fuotadesk_batches(TARGET [ALONE sources...]): its sources in batches of FUOTADESK_BATCH, each compiled as one. Sources
# that declare the same names go into different batches, as they are when cmake runs: a name that is declared twice after an
# edit wants it to run again. ALONE: those whose names mean another thing in a header of others.
function(fuotadesk_batches target)
    cmake_parse_arguments(ARG "" "" "ALONE" ${ARGN})
    if(NOT FUOTADESK_BATCH GREATER 1)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    foreach(source IN LISTS sources)
        get_source_file_property(given "${source}" UNITY_GROUP)
        if(given OR source IN_LIST ARG_ALONE)
            continue()
        endif()
        fuotadesk_own_names(names "${source}")
        set(batch 0)
        set(free FALSE)
        while(NOT free)
            math(EXPR batch "${batch} + 1")
            list(LENGTH sources_${batch} size)
            set(shared ${names})
            list(FILTER shared INCLUDE REGEX "^(${taken_${batch}})$")
            if(size LESS FUOTADESK_BATCH AND NOT shared)
                set(free TRUE)
            endif()
        endwhile()
        list(APPEND sources_${batch} "${source}")
        list(JOIN names "|" taken)
        string(APPEND taken_${batch} "|${taken}")
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "batch${batch}")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
