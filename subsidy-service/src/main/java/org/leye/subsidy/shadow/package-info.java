/** Shadow runs: what a draft would have decided, tried on everything that was decided in a period. Changes nothing. */
@NullMarked
package org.leye.subsidy.shadow;

import org.jspecify.annotations.NullMarked;
