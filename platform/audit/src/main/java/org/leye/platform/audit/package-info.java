/**
 * The trail of who did and saw what. A row is written in the transaction of the deed; a deed that cannot be written down does
 * not happen. Rows are sealed into a chain later, so that writing them holds nobody up.
 */
@NullMarked
package org.leye.platform.audit;

import org.jspecify.annotations.NullMarked;
