/** What the broker service tells of referrals. */
@NullMarked
package org.leye.contracts.broker;

import org.jspecify.annotations.NullMarked;
