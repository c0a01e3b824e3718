/**
 * Journeys side by side while parts of the suite are killed, stopped and changed, and the proof that nothing was lost or done
 * twice: {@code ./leye chaos} and a short run in the build.
 */
@NullMarked
package org.leye.local.chaos;

import org.jspecify.annotations.NullMarked;
