/** What every service tells of its audit trail, so that somebody outside may keep it. */
@NullMarked
package org.leye.contracts.audit;

import org.jspecify.annotations.NullMarked;
