/** Strict reading of what callers send: unknown, duplicate, trailing, coerced and unstorable values are refused with a pointer. */
@NullMarked
package org.leye.platform.http.input;

import org.jspecify.annotations.NullMarked;
