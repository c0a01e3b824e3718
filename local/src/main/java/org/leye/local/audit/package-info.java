/** Asks the running services whether their audit trails are still what was sealed. */
@NullMarked
package org.leye.local.audit;

import org.jspecify.annotations.NullMarked;
