/** What the jobmatch service tells of people, enterprises and placements. */
@NullMarked
package org.leye.contracts.jobmatch;

import org.jspecify.annotations.NullMarked;
