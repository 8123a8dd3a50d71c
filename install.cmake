# What is installed, and the Debian package: cmake --install build/release; cpack in build/release.
include(GNUInstallDirs)

# What the program writes of itself is no part of a build that looks for its faults.
set(MOGNAD_WRITINGS ALL)
if(MOGNAD_SANITIZERS)
  set(MOGNAD_WRITINGS)
endif()

# The guide and the manual page, by Pandoc. Without it the program is built and installed alone.
set(MOGNAD_GUIDE ${CMAKE_BINARY_DIR}/guide)
find_program(PANDOC pandoc)
if(PANDOC)
  file(GLOB MOGNAD_CHAPTERS CONFIGURE_DEPENDS docs/guide/*)
  add_custom_command(OUTPUT ${MOGNAD_GUIDE}/guide.html ${MOGNAD_GUIDE}/snabbstart.html ${MOGNAD_GUIDE}/mognad.1.gz
    COMMAND ${CMAKE_SOURCE_DIR}/docs/guide/build $<TARGET_FILE:mognad> ${MOGNAD_GUIDE}
    DEPENDS ${MOGNAD_CHAPTERS} mognad COMMENT "Writing the guide" VERBATIM)
  add_custom_target(guide ${MOGNAD_WRITINGS} DEPENDS ${MOGNAD_GUIDE}/guide.html)
  install(FILES ${MOGNAD_GUIDE}/guide.html ${MOGNAD_GUIDE}/snabbstart.html DESTINATION ${CMAKE_INSTALL_DOCDIR})
  install(FILES ${MOGNAD_GUIDE}/mognad.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
else()
  message(STATUS "No pandoc: the guide and the manual page are left out")
endif()

# Written by the program, so that they know what it knows.
set(MOGNAD_COMPLETIONS ${CMAKE_BINARY_DIR}/completions)
add_custom_command(OUTPUT ${MOGNAD_COMPLETIONS}/mognad ${MOGNAD_COMPLETIONS}/_mognad
  COMMAND ${CMAKE_COMMAND} -E make_directory ${MOGNAD_COMPLETIONS}
  COMMAND mognad completion bash > ${MOGNAD_COMPLETIONS}/mognad
  COMMAND mognad completion zsh > ${MOGNAD_COMPLETIONS}/_mognad
  DEPENDS mognad COMMENT "Writing the completions of shells" VERBATIM)
add_custom_target(completions ${MOGNAD_WRITINGS} DEPENDS ${MOGNAD_COMPLETIONS}/mognad)
install(FILES ${MOGNAD_COMPLETIONS}/mognad DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${MOGNAD_COMPLETIONS}/_mognad DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)

# The program finds its templates at ../share/mognad from where it lies itself.
install(TARGETS mognad)
install(DIRECTORY templates DESTINATION ${CMAKE_INSTALL_DATADIR}/mognad FILES_MATCHING
  PATTERN "*" PATTERN "cluster/slurm.sh" EXCLUDE)
install(PROGRAMS templates/cluster/slurm.sh DESTINATION ${CMAKE_INSTALL_DATADIR}/mognad/templates/cluster)
# Answers are made: `mognad simulate`, in a copy that the user may write to.
install(DIRECTORY sample-data DESTINATION ${CMAKE_INSTALL_DATADIR}/mognad PATTERN "answers" EXCLUDE
  PATTERN "output" EXCLUDE)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mognad)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(MOGNAD_MAINTAINER "The mognad authors <mognad@localhost>" CACHE STRING "Who answers for the Debian package")
set(CPACK_PACKAGE_CONTACT "${MOGNAD_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reports from surveys of organisational maturity")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Turns a survey of organisational maturity into finished documents: a tagged
PDF for each organisation, figures and a status report for the country, and
messages that carry the reports to their readers. Results are compared between
organisations without giving any of them away; documents are accessible
(PDF/UA) and archivable (PDF/A). The sentences are in Swedish and in English.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# Libraries are found by dpkg-shlibdeps; fonts and hyphenation are opened by name.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-lato, hyphen-en-gb, hyphen-sv")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# Debian wants a copyright file, and a changelog each of the program and of the package.
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
execute_process(COMMAND gzip --best --no-name --stdout ${CMAKE_SOURCE_DIR}/CHANGELOG.md
  OUTPUT_FILE ${CMAKE_BINARY_DIR}/changelog.gz)
execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} log -1 --format=%cD OUTPUT_VARIABLE MOGNAD_PACKAGED
  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT MOGNAD_PACKAGED)  # a tree without its history
  string(TIMESTAMP MOGNAD_PACKAGED "%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()
file(WRITE ${CMAKE_BINARY_DIR}/changelog.Debian "mognad (${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Version ${PROJECT_VERSION}; changelog.gz tells what is new.

 -- ${MOGNAD_MAINTAINER}  ${MOGNAD_PACKAGED}
")
execute_process(COMMAND gzip --best --no-name --force ${CMAKE_BINARY_DIR}/changelog.Debian)
install(FILES ${CMAKE_BINARY_DIR}/changelog.gz ${CMAKE_BINARY_DIR}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
include(CPack)
