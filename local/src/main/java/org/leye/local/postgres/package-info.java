/**
 * PostgreSQL as a child process, from binaries that come as a Maven artifact. It keeps its promises by default (fsync,
 * synchronous_commit and full_page_writes on, scram for everyone, one role per database) and its data over stop, start and
 * kill. Started as root it runs as an unprivileged user, in a folder that this user can reach.
 */
@NullMarked
package org.leye.local.postgres;

import org.jspecify.annotations.NullMarked;
