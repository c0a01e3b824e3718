/** One public answer to the question whether the suite works: the gateway's own state and that of each service behind it. */
@NullMarked
package org.leye.gateway.health;

import org.jspecify.annotations.NullMarked;
