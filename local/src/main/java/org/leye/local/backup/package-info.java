/**
 * Backup of a running suite and the way back: all databases at one moment, the secrets without which they cannot be read, and
 * how far each consumer had read. A backup is as secret as the suite itself.
 */
@NullMarked
package org.leye.local.backup;

import org.jspecify.annotations.NullMarked;
