/** Carries the newest hash of the audit chain out of the reach of whoever could rewrite the chain. */
@NullMarked
package org.leye.platform.outbox.witness;

import org.jspecify.annotations.NullMarked;
