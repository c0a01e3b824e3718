/** Completes the generated API document with what every operation has in common, so that no resource repeats it. */
@NullMarked
package org.leye.platform.http.document;

import org.jspecify.annotations.NullMarked;
