/** What is known of persons, with the dates for which it holds and the moments at which it was known. */
@NullMarked
package org.leye.subsidy.fact;

import org.jspecify.annotations.NullMarked;
