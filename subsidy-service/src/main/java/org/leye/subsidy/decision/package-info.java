/** Decisions: what the rules said, kept with all that is needed to say it again, and signed. */
@NullMarked
package org.leye.subsidy.decision;

import org.jspecify.annotations.NullMarked;
