/** What changed in a service since a caller last asked: for systems that keep a copy. */
@NullMarked
package org.leye.platform.http.changes;

import org.jspecify.annotations.NullMarked;
