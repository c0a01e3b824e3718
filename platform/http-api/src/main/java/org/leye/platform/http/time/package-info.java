/**
 * Business time: one row per service database, moved forward only, in a sandbox by an administrator, else by the day; and the
 * work that falls due as it moves.
 */
@NullMarked
package org.leye.platform.http.time;

import org.jspecify.annotations.NullMarked;
