/** Writes that happen once: the transaction, the stored answer, and the checks of ETag and If-Match. */
@NullMarked
package org.leye.platform.http.command;

import org.jspecify.annotations.NullMarked;
